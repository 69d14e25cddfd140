import Testing

@testable import Tables

struct JSONReaderTests {
  @Test func `values stand one after the other, each with its line`() throws {
    var reader = JSONReader(Array("{\"seed\": 75}\n[1, null]".utf8))
    #expect(try reader.next() == .object([member("seed", .integer(75))]))
    #expect(reader.line == 1)
    #expect(try reader.next() == .array([.integer(1), .null]))
    #expect(reader.line == 2)
    #expect(try reader.next() == nil)
  }

  @Test(
    arguments: [
      ("null", .null), (" true\r\n", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
      ("-0", .integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
      ("9223372036854775808", .real(0x1p63)), ("1.5", .real(1.5)), ("-0.5e-2", .real(-0.005)),
      ("1E3", .real(1000)), ("\"\"", .text("")), ("[]", .array([])), ("{ }", .object([])),
      ("\u{FEFF}[ [ ] , 1 ]", .array([.array([]), .integer(1)])),
      (
        "\"l\\u0142 \\ud83d\\uDE00 \\\"\\\\\\/\\b\\f\\n\\r\\t é\"",
        .text("lł 😀 \"\\/\u{8}\u{C}\n\r\t é")
      ),
      (
        "{\"a\":{\"b\":[{}]},\"c\":1}",
        .object([
          member("a", .object([member("b", .array([.object([])]))])), member("c", .integer(1)),
        ])
      ),
    ] as [(String, JSONValue)])
  func `every kind of value is read`(text: String, expected: JSONValue) throws {
    var reader = JSONReader(Array(text.utf8))
    #expect(try reader.next() == expected)
    #expect(try reader.next() == nil)
  }

  @Test(
    arguments: [
      ("{", 1, .cutShort), ("[1,\n2", 2, .cutShort), ("\"a", 1, .cutShort), ("-", 1, .cutShort),
      ("tru", 1, .cutShort), ("\"\\u00", 1, .cutShort), ("1.", 1, .cutShort), ("1e", 1, .cutShort),
      ("[1 2]", 1, .unexpected("2", wanted: "a comma or ]")),
      ("[1,]", 1, .unexpected("]", wanted: "a value")),
      ("[,1]", 1, .unexpected(",", wanted: "a value")),
      ("\n{1: 2}", 2, .unexpected("1", wanted: "a quote")),
      ("{\"a\" 1}", 1, .unexpected("1", wanted: "a colon")),
      ("{\"a\": 1,}", 1, .unexpected("}", wanted: "a quote")),
      ("NaN", 1, .unexpected("N", wanted: "a value")),
      ("é", 1, .unexpected("é", wanted: "a value")),
      ("nope", 1, .unexpected("o", wanted: "null")), ("-x", 1, .unexpected("x", wanted: "a digit")),
      ("1.e3", 1, .unexpected("e", wanted: "a digit")),
      ("+1", 1, .unexpected("+", wanted: "a value")),
      ("{\"a\": 1, \"a\": 2}", 1, .repeatedName("a")), ("\"\t\"", 1, .controlCharacter),
      ("\"\\x\"", 1, .escape), ("\"\\ud83d\"", 1, .escape), ("\"\\ude00\"", 1, .escape),
      ("\"\\u+123\"", 1, .escape),
    ] as [(String, Int, JSONFault)])
  func `a broken text is told by its line and what is wrong`(
    text: String, line: Int, fault: JSONFault
  ) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: TablesError.malformedJSON(line: line, fault)) { try reader.next() }
  }

  @Test func `a text that is not UTF-8 is refused`() {
    var reader = JSONReader([UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")])
    #expect(throws: TablesError.malformedJSON(line: 1, .notUTF8)) { try reader.next() }
  }

  @Test func `nesting is limited, and costs nothing to refuse`() throws {
    func nested(_ depth: Int) -> JSONReader {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return JSONReader(Array(text.utf8))
    }
    var deep = nested(64)
    #expect(try deep.next() != nil)
    for depth in [65, 1_000_000] {
      var reader = nested(depth)
      #expect(throws: TablesError.malformedJSON(line: 1, .nested(limit: 64))) {
        try reader.next()
      }
    }
  }

  @Test func `what the table format writes is read back`() throws {
    var text = ""
    var printer = TablePrinter(.jsonl) { text += $0 }
    printer.header(["a", "b\"c"])
    printer.row(["\u{1}\\ é😀", 0.1])
    printer.finish()
    var reader = JSONReader(Array(text.utf8))
    #expect(
      try reader.next() == .object([member("a", .text("\u{1}\\ é😀")), member("b\"c", .real(0.1))]))
  }
}

private func member(_ name: String, _ value: JSONValue) -> JSONValue.Member {
  JSONValue.Member(name: name, value: value)
}
