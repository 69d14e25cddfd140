import Foundation
import TestSupport
import Testing

@Suite struct GlanceTests {
  @Test func `alone at a terminal it tells of the warehouse here and what to type next`() throws {
    let folder = try FreshFolder()
    try folder.write(
      """
      framework,dataset,fold,auc,info
      tpot,kc1,0,0.9,
      flaml,kc1,0,0.8,
      tpot,adult,0,0.7,
      flaml,adult,0,,TimeoutError: out of time

      """, to: "lab.csv")
    let terminal = try PseudoTerminal(
      "$BENCHDB init -q; $BENCHDB; $BENCHDB import -q lab.csv > import.txt; $BENCHDB; LC_ALL=C $BENCHDB",
      in: folder.url)
    terminal.expect("./bench.db  no runs yet")
    terminal.expect("next        benchdb import FILE · benchdb sync")
    terminal.expect("./bench.db  4 runs of 2 frameworks on 2 datasets\r\n")
    terminal.expect("progress    3 of 4 tasks finished, 1 missing; 1 failed run: 1 unknown\r\n")
    terminal.expect("leader      tpot by auc, mean rank 1.0 among 2 (lab)\r\n")
    terminal.expect("next        benchdb repl · benchdb run-analysis · benchdb status")
    terminal.expect("next        benchdb repl | benchdb run-analysis | benchdb status")
    #expect(terminal.end() == 0)
  }

  @Test func `without a warehouse or a terminal it prints its help`() async throws {
    let folder = try FreshFolder()
    let terminal = try PseudoTerminal("$BENCHDB", in: folder.url)
    terminal.expect("USAGE: benchdb <subcommand>")
    #expect(terminal.end() == 0)
    _ = try await folder.benchdb("init")
    #expect(try await folder.benchdb().output.contains("USAGE: benchdb <subcommand>"))
  }
}
