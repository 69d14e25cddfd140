import Tables
import Testing

@Suite struct ValueLiteralTests {
  @Test(arguments: [
    ("null", Value.null), ("NULL", .null), ("5", 5), ("-3", -3), ("2.5", 2.5), ("1e3", 1000.0),
    (".5", 0.5), ("nan", "nan"), ("inf", "inf"), ("'5'", "5"), ("'it''s'", "it's"),
    ("\"a b\"", "a b"),
    ("''", ""), ("'null'", "null"), ("x'0F'", .blob([15])), ("x'0'", "x'0'"), ("x'+1'", "x'+1'"),
    ("two words", "two words"), ("'a' || 'b'", "'a' || 'b'"), ("'", "'"),
    ("99999999999999999999", 1e20),
  ])
  func `what is typed is read as its type`(text: String, value: Value) {
    #expect(Value(literal: text) == value)
  }

  @Test(arguments: [.null, 5, 2.5, "it's", "", .blob([0, 255]), "null", "5"] as [Value])
  func `what is written is read back`(value: Value) {
    #expect(Value(literal: value.literal) == value)
  }
}
