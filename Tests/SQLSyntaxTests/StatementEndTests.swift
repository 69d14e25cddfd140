import Testing

@testable import SQLSyntax

@Suite struct StatementEndTests {
  private func first(of text: String) -> String? {
    let bytes = Array(text.utf8)
    var end = StatementEnd()
    let last = sqlTokens(bytes).first { end.isReached(by: $0, in: bytes) }
    return last.map { String(decoding: bytes[..<$0.range.upperBound], as: UTF8.self) }
  }

  @Test func `a statement ends at its semicolon`() {
    #expect(first(of: "select ';' -- ;\n; select 2;") == "select ';' -- ;\n;")
    #expect(first(of: "select 1") == nil)
  }

  @Test(arguments: ["create trigger", "explain query plan create temp trigger"])
  func `a trigger ends behind the END of its body`(_ head: String) {
    let text = "\(head) t after insert on a begin select case when 1 then 2 end; end;"
    #expect(first(of: text + " select 3;") == text)
  }

  @Test func `a table called trigger is no trigger`() {
    #expect(first(of: "create table trigger (x); end;") == "create table trigger (x);")
  }
}
