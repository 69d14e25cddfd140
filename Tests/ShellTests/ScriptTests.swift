import Testing

@testable import Shell

@Suite struct ScriptTests {
  private func statements(_ text: String) -> [String] {
    Script.items(of: text).map {
      switch $0 {
      case .statement(let text, _), .command(let text, _): text
      }
    }
  }

  @Test(arguments: [
    ("select 1; select 2;", ["select 1;", "select 2;"]),
    ("select ';';select \";\";", ["select ';';", "select \";\";"]),
    ("select 'it''s;'; ", ["select 'it''s;';"]), ("-- a; b\nselect 1;", ["select 1;"]),
    ("select 1 /* ; */;", ["select 1 /* ; */;"]), ("select 1", ["select 1"]),
    (";;\n ; -- nothing", []), ("", []),
    (".mode csv\nselect 1;\n.quit", [".mode csv", "select 1;", ".quit"]),
    ("select 1\n.5;", ["select 1\n.5;"]), ("  .help", [".help"]),
    ("select [a;b];", ["select [a;b];"]),
    ("-- note\n.tables", [".tables"]), ("\\d runs", ["\\d runs"]),
  ])
  func `statements end at their semicolon`(text: String, expected: [String]) {
    #expect(statements(text) == expected)
  }

  @Test func `thousands of statements may share a line`() {
    let text = String(repeating: "select 1;", count: 20_000)
    #expect(statements(text) == Array(repeating: "select 1;", count: 20_000))
  }

  @Test(arguments: [
    ("values ", "('x;1'),\n", "(2);"), ("select '", "it''s; ''\n", "';"),
    ("select 1 /*", "* ; / *\n", "*/;"), ("select [", "a;'\n", "];"), ("select \"", "a;'\n", "\";"),
    ("select\n", ".5,\n", "1;"),
  ])
  func `a statement may have thousands of lines`(start: String, line: String, end: String) {
    let text = start + String(repeating: line, count: 20_000) + end
    #expect(statements(text + " select 2;") == [text, "select 2;"])
  }

  @Test func `a line may end with a carriage return`() {
    #expect(
      Script.items(of: "select 1;\r\n.mode csv\r\nselect\r\n2;\r\n\r\n.quit\r")
        == [
          .statement("select 1;", line: 1), .command(".mode csv", line: 2),
          .statement("select\n2;", line: 3), .command(".quit", line: 6),
        ])
  }

  @Test(arguments: ["create trigger", "CREATE TEMP TRIGGER", "explain create temporary trigger"])
  func `a trigger is one statement`(start: String) {
    let trigger = """
      \(start) t after insert on a begin
        select case when 1 then 2 end;
        delete from b;
      end;
      """
    #expect(statements(trigger + " select 1;") == [trigger, "select 1;"])
  }

  @Test func `items know their line`() {
    #expect(
      Script.items(of: "\n-- head\nselect\n1; .x\n.mode csv\n\nselect 2")
        == [
          .statement("select\n1;", line: 3), .statement(".x\n.mode csv\n\nselect 2", line: 4),
        ])
    #expect(
      Script.items(of: "select 1;\n\n.x\nselect 2;")
        == [
          .statement("select 1;", line: 1), .command(".x", line: 3),
          .statement("select 2;", line: 4),
        ])
  }

  @Test(arguments: [
    ("", true), ("select 1", false), ("select 1;", true), (".help", true),
    ("select 1; select", false),
    ("select ';", false), ("select 1; -- done", true), ("/* open", false), ("-- note", true),
  ])
  func `what is open goes on`(text: String, isComplete: Bool) {
    #expect(Script.isComplete(text) == isComplete)
  }
}
