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
