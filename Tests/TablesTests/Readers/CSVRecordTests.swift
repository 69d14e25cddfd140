import Tables
import Testing

struct CSVRecordTests {
  @Test func `fields are text, numbers or nothing as asked`() throws {
    let record = try record("tpot,31,0.75,,nan")
    #expect(record.count == 5)
    #expect(record[0] == "tpot")
    #expect(record.number(0) == nil)
    #expect(record.integer(1) == 31)
    #expect(record.integer(2) == nil)
    #expect(record.number(2) == 0.75)
    #expect(record.isEmpty(3))
    #expect(record.number(3) == nil)
    #expect(record.number(4)?.isNaN == true)
    #expect(record.withBytes { Array($0[record.range(of: 1)]) } == Array("31".utf8))
  }

  @Test(arguments: ["a,b", "a,", "\"a,b\",\"c\"\"d\",\"e\nf\"", ",,", "Köln,\"x\r\ny\""])
  func `a record is written as it was read`(text: String) throws {
    #expect(try record(text).text() == text)
  }

  private func record(_ text: String) throws -> CSVRecord {
    var reader = CSVReader()
    reader.feed(Array(text.utf8))
    reader.finish()
    try #require(try reader.advance())
    return reader.record
  }
}
