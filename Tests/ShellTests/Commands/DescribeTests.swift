import Testing
import Warehouse

@testable import Shell

@Suite struct DescribeTests {
  @Test func `more columns are described than one statement may measure`() throws {
    let session = try Conversation(access: .readWrite, width: nil)
    let names = (1...400).map { "c\($0)" }
    let values = (1...400).map(String.init).joined(separator: ", ")
    let text = session.type(
      "create table wide (\(names.joined(separator: ", ")));",
      "insert into wide values (\(values));",
      ".describe wide")
    for place in [1, 150, 151, 400] {
      #expect(text.contains("\nc\(place)\tinteger\t0\t1\t\(place)\t"))
    }
  }
}
