import Foundation
import TestSupport
import Testing

/// What results look like while they come, at a terminal.
@Suite struct ReplDisplayTests {
  private static let endless =
    "with recursive c(x) as (select 1 union all select x + 1 from c) select x from c"

  @Test func `first rows are there while the query runs, with a line that tells how far it is`()
    throws
  {
    let folder = try FreshFolder()
    let terminal = try PseudoTerminal(
      "$BENCHDB init -q; trap : INT; stty rows 24 cols 80; $BENCHDB repl", in: folder.url)
    terminal.expect("benchdb> ")
    terminal.type(Self.endless + ";\r")
    terminal.expect("│         8 │\r\n")
    terminal.expect("running for")
    terminal.expect("rows so far, Ctrl-C ends it")
    terminal.type("\u{3}")
    terminal.expect("│         ⋮ │\r\n└───────────┘\r\n")
    terminal.expect("rows so far\r\n")
    terminal.expect("benchdb> ")
    terminal.type(".quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func `what was asked for whole goes through the pager`() throws {
    let folder = try FreshFolder()
    let terminal = try PseudoTerminal(
      """
      $BENCHDB init -q; stty rows 24 cols 80; BENCHDB_PAGER='cat > paged; echo was paged' $BENCHDB repl
      """, in: folder.url)
    terminal.expect("benchdb> ")
    terminal.type(Self.endless + " limit 100;\r")
    terminal.expect("100 rows (16 shown), .last shows all")
    terminal.type(".last\r")
    terminal.expect("was paged")
    let paged = try #require(folder.text("paged"))
    #expect(paged.split(separator: "\n").count == 105)
    #expect(paged.contains("│ 100 │\n└─────┘\n100 rows, "))
    terminal.type(".pager no-such-pager\r.last\r")
    terminal.expect("error: no pager \"no-such-pager\" that can be run")
    terminal.type(".pager off\r.last\r")
    terminal.expect("│ 100 │")
    terminal.type(".quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func `whoever leaves the pager ends the query`() throws {
    let folder = try FreshFolder()
    let terminal = try PseudoTerminal(
      """
      $BENCHDB init -q; stty rows 24 cols 80; BENCHDB_PAGER='head -3' $BENCHDB repl; echo status $?
      """, in: folder.url)
    terminal.expect("benchdb> ")
    terminal.type(".rows all\r" + Self.endless + ";\r")
    terminal.expect("├───────────┤\r\n")
    terminal.expect("benchdb> ")
    terminal.type("\u{4}")
    terminal.expect("status 0")
    #expect(terminal.end() == 0)
  }
}
