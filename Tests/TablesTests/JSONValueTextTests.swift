import Tables
import Testing

@Suite struct JSONValueTextTests {
  @Test func `an object reads back as it was`() throws {
    let object: JSONValue = [
      "p": .real(1e-7), "n": .integer(3), "names": .array([.text("a\"\n\u{1}"), .null]),
      "is": .bool(true), "nested": [:],
    ]
    #expect(
      object.text
        == #"{"p":1e-07,"n":3,"names":["a\"\n\u0001",null],"is":true,"nested":{}}"#)
    var reader = JSONReader(Array(object.text.utf8))
    #expect(try reader.next() == object)
  }

  @Test func `what JSON has no number for is null`() {
    #expect(JSONValue.array([.real(.infinity), .real(.nan)]).text == "[null,null]")
  }
}
