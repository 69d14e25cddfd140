import Testing

@testable import Shell

@Suite struct HistoryCommandTests {
  @Test func `entries are numbered, the last of them, or those with a text`() throws {
    let session = try Conversation()
    for entry in ["select 1;", "select\n  2;", "select 3;"] { session.repl.history.add(entry) }
    #expect(
      session.type(".history").hasSuffix(
        ".history\n1  select 1;\n2  select\n     2;\n3  select 3;\n"))
    #expect(session.type(".history 1").hasSuffix(".history 1\n3  select 3;\n"))
    #expect(session.type("\\s SELECT 1").hasSuffix("\\s SELECT 1\n1  select 1;\n"))
    #expect(session.type(".history 0").hasSuffix("error: usage: .history [N|TEXT|clear]\n"))
    #expect(session.type(".history clear", ".history").hasSuffix(".history\n"))
  }
}
