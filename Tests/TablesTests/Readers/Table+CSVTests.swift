import Tables
import Testing

struct TableCSVTests {
  @Test func `a small file is a table of text`() throws {
    let table = try Table(csv: Array("NAME,TYPE\nage,numerical\n,target\n".utf8))
    #expect(
      table
        == Table(
          columns: ["NAME", "TYPE"], rows: [["age", "numerical"], [nil, "target"]]))
  }

  @Test func `text without a record is a table without columns`() throws {
    #expect(try Table(csv: []) == Table(columns: []))
  }

  @Test func `a broken record is thrown with its line`() {
    #expect(throws: TablesError.malformedRecord(line: 3, .fieldCount(1, expected: 2))) {
      try Table(csv: Array("a,b\n1,2\n3\n".utf8))
    }
  }

  @Test func `errors go on from the line`() {
    let error = TablesError.malformedRecord(line: 412, .fieldCount(4, expected: 21))
    #expect(error.description == "line 412 has 4 fields, the header has 21")
  }
}
