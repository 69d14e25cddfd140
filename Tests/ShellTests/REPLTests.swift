import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Shell

@Suite struct REPLTests {
  @Test func `results are shown as asked`() throws {
    let session = try Conversation()
    let text = session.type(
      "select * from scores_of where seed < 5000;", ".digits full", ".null -",
      "select auc, seed from scores_of limit 4;", ".digits 3", ".rows 4",
      "select * from scores_of;", ".last", ".mode csv", "select * from scores_of limit 2;",
      ".mode auto", ".x on", "select * from scores_of limit 2;", ".x", ".timer off", "select 1;",
      ".show")
    let path = session.repl.store.path
    expectGolden(text.replacing(path, with: "bench.db"), "shell/display.txt")
  }

  @Test func `errors say what would be right`() throws {
    let session = try Conversation()
    let text = session.type(
      "select frmework from scores_of;", "select * from score_of;", "select * frm scores_of;",
      "select 1; selct 2; select 3;", "insert into scores_of values ('a', 'b', 1, 2);",
      ".tabels", ".rows many", ".mode boks", ".describe scoresof", ".once", ".read 'none.sql",
      ".read none.sql", ".last", "\\z", ".", ".digits 99", ".write maybe")
    expectGolden(text, "shell/errors.txt")
  }

  @Test func `changes are counted and need .write on`() throws {
    let session = try Conversation()
    let text = session.type(
      ".write on", "begin;", "insert into scores_of values ('a', 'b', 1, 2), ('c', 'd', 3, 4);",
      "rollback;", "select count(*) from scores_of;", "update scores_of set seed = 0;",
      ".write off", "delete from scores_of;")
    expectGolden(text, "shell/write.txt")
  }

  @Test func `commands describe the warehouse and themselves`() throws {
    let session = try Conversation()
    let text = session.type(
      ".describe scores_of", "\\d SCORES_OF", ".schema scores_of", ".help", ".help x",
      ".help .mode",
      "select 1;", "\\e")
    expectGolden(text, "shell/commands.txt")
  }

  @Test func `a verb is handed its words and the format in force`() throws {
    let session = try Conversation()
    _ = session.type(".status", ".mode json", ".import 'my file.csv' --skip-bad", ".help status")
    #expect(
      session.asked == [
        ["status", "auto"], ["import", "my file.csv", "--skip-bad", "json"],
        ["status", "--help", "auto"],
      ])
  }

  @Test func `a script stops at its first error and names the line`() throws {
    let session = try Conversation(width: nil)
    let (status, text) = session.follow(
      "select 1 as a;\n.mode csv\n\nselect 2 as b,\n  nonsense;\nselect 3;")
    #expect(status == 1)
    #expect(
      text == """
        a
        1
        error: line 5: no such column: nonsense
            nonsense;
            ^

        """)
  }

  @Test func `a script ends well, with its last statement unfinished, or at .quit`() throws {
    let session = try Conversation(width: nil)
    #expect(session.follow("-- nothing\n\nselect 1 as a") == (0, "a\n1\n"))
    #expect(session.follow(".quit\nselect 2;") == (0, "a\n1\n"))
  }

  @Test func `a failed verb ends a script with its status`() throws {
    let session = try Conversation(width: nil)
    #expect(session.follow(".import none.csv\nselect 1;").status == 66)
  }

  @Test func `a file that is read names itself and its line`() throws {
    let session = try Conversation()
    let path = session.file("setup.sql")
    try ".mode csv\nselect 1;\nselect oops;\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    let text = session.type(".read \(path)").replacing(path, with: "setup.sql")
    #expect(
      text.hasSuffix(
        """
        error: setup.sql, line 3: no such column: oops
          select oops;
                 ^
        error: setup.sql was read up to there

        """))
  }

  @Test func `a file that reads itself is told so`() throws {
    let session = try Conversation()
    let path = session.file("loop.sql")
    try ".read \(path)\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(session.type(".read \(path)").contains("is read from within itself"))
  }

  @Test func `a dumb terminal gets prompts and lines, and errors do not end it`() throws {
    let session = try Conversation()
    var lines = ["select", "1 as a; nonsense; select 2;", ".timer off", ".quit", "select 3;"][...]
    #expect(session.repl.converse { lines.popFirst() } == 0)
    #expect(lines == ["select 3;"])
    let text = session.type()
    #expect(text.hasPrefix("benchdb>     ...> ┌───┐\n│ a │"))
    #expect(text.hasSuffix("nonsense;\n  ^\nbenchdb> benchdb> "))
  }

  @Test func `commands are listed once, in order, with help`() {
    let names = ShellCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(ShellCommand.all.allSatisfy { $0.help.hasSuffix(".") })
  }

  @Test(arguments: [
    (Duration.milliseconds(12), "12 ms"), (.milliseconds(1250), "1.25 s"),
    (.seconds(185), "3 min 5 s"),
    (.milliseconds(1005), "1.00 s"), (.milliseconds(2099), "2.09 s"),
  ])
  func `times are short`(time: Duration, text: String) {
    #expect(spoken(time) == text)
  }
}
