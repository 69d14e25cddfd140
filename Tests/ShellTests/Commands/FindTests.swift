import Testing
import Warehouse

@testable import Shell

@Suite struct FindTests {
  @Test func `more columns are looked into than one statement may have parts`() throws {
    let session = try Conversation(access: .readWrite)
    let columns = (1...900).map { "c\($0) text" }.joined(separator: ", ")
    let text = session.type(
      "create table wide (\(columns));",
      "insert into wide (c1, c450, c900) values ('xyzzy', 'no', 'a xyzzy');", ".find xyzzy")
    #expect(text.contains("│ wide  │ c1     │   1 │ xyzzy"))
    #expect(text.contains("│ wide  │ c900   │   1 │ a xyzzy"))
    #expect(text.hasSuffix("\n2 rows, 0 ms\n"))
  }
}
