import Foundation
import TestSupport
import Testing

@Suite struct ReplTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `a person queries, cancels and leaves, and finds the terminal as it was`() throws {
    try inFolder { folder in
      let terminal = try PseudoTerminal(
        "$BENCHDB init -q; trap : INT; stty -g > before; $BENCHDB repl; echo status $?; stty -g > after",
        in: folder)
      terminal.expect("benchdb> ")
      terminal.type("select 1 as a, 'data' as b;\r")
      terminal.expect("│ 1 │ data │")
      terminal.expect("benchdb> ")
      terminal.type(".mode csv\r")
      terminal.expect("benchdb> ")
      let endless = "with recursive c(x) as (select 1 union all select x + 1 from c)"
      terminal.type(endless + " select x from c;\r")
      // Rows are coming, so the query runs.
      terminal.expect("\n1000\r\n")
      terminal.type("\u{3}")
      terminal.expect("cancelled after")
      terminal.expect("benchdb> ")
      terminal.type("half a statement\u{3}")
      terminal.expect("^C")
      terminal.type(".write on\r")
      terminal.expect("benchdb (write)> ")
      terminal.type("\u{4}")
      terminal.expect("status 0")
      #expect(terminal.end() == 0)
      let modes = try ["before", "after"].map {
        try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      }
      #expect(modes[0] == modes[1])
      let history = folder.appending(path: "benchdb/history")
      #expect(try String(contentsOf: history, encoding: .utf8).hasPrefix("select 1 as a"))
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the program puts the terminal back`(number: Int32) throws {
    try inFolder { folder in
      let terminal = try PseudoTerminal(
        """
        $BENCHDB init -q; stty -g > before; sh -c 'echo $$ > id; exec $BENCHDB repl'; echo status $?; stty -g > after
        """, in: folder)
      terminal.expect("benchdb> ")
      let id = try String(contentsOf: folder.appending(path: "id"), encoding: .utf8)
      kill(try #require(Int32(id.dropLast())), number)
      terminal.expect("\u{1B}[?2004l")
      terminal.expect("status \(128 + number)")
      #expect(terminal.end() == 0)
      let modes = try ["before", "after"].map {
        try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      }
      #expect(modes[0] == modes[1])
    }
  }

  @Test func `commands and files are run, and the status says how it went`() throws {
    try inFolder { folder in
      let terminal = try PseudoTerminal(
        """
        $BENCHDB init -q; echo '.mode csv' > setup
        $BENCHDB repl --init setup -c 'select 1 as a' -c '.timer off'; echo status $?
        $BENCHDB repl -c 'nonsense' -c 'select 2'; echo status $?
        echo 'select 3 as b;' | $BENCHDB repl -o out; echo status $?
        $BENCHDB repl -o out -c 'select 4'; echo status $?
        """, in: folder)
      terminal.expect("a\r\n1\r\nstatus 0")
      terminal.expect("error: near \"nonsense\": syntax error")
      terminal.expect("status 1")
      terminal.expect("status 0")
      terminal.expect("error: out exists. --force replaces it.")
      terminal.expect("status 73")
      #expect(terminal.end() == 0)
      let out = try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
      #expect(out == "b\n3\n")
    }
  }

  @Test(arguments: [
    (#"-c "delete from runs""#, 77), ("-c .nosuch", 64), ("-c 'select oops'", 1),
    ("-c '.schema nosuch'", 66), ("--init bad -c 'select 1'", 64), ("-c '.read bad'", 64),
    ("-c '.query nosuch'", 66), ("-c 'select 1' > /dev/full", 74),
  ])
  func `a script ends with the status of its first error`(
    words: String, status: Int32
  ) async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(".nosuch\n", to: "bad")
    #expect(try await folder.shell("benchdb repl \(words)").status == status)
  }

  @Test func `a script goes on after an error when told, and ends with its status all the same`()
    async throws
  {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("select 1 as a;\n.schema nosuch\nnonsense;\nselect 2 as b;\n", to: "script")
    let piped = try await folder.shell("benchdb repl --keep-going < script")
    #expect(piped.status == 66)
    #expect(piped.output == "a\n1\nb\n2\n")
    #expect(piped.error.contains("error: line 3: near \"nonsense\""))
    let read = try await folder.shell("benchdb repl --keep-going -c '.read script' -c 'select 3'")
    #expect(read.status == 66 && read.output.hasSuffix("b\n2\n3\n3\n"))
    #expect(try await folder.shell("benchdb repl -c .quit -c nonsense").status == 0)
  }

  @Test func `a file of one's own begins each prompt, and an error in it does not keep one out`()
    throws
  {
    try inFolder { folder in
      let terminal = try PseudoTerminal(
        """
        $BENCHDB init -q; mkdir -p .config/benchdb
        printf '.timer off\\n.nosuch\\n' > .config/benchdb/repl.sql
        $BENCHDB repl; echo 'select 2 as b;' | $BENCHDB repl; echo status $?
        """, in: folder)
      terminal.expect("repl.sql, line 2: no command .nosuch")
      terminal.expect("benchdb> ")
      terminal.type("select 1 as a;\r")
      terminal.expect("1 row\r\n")
      terminal.type(".quit\r")
      // A script does not read it: its footer tells the time.
      terminal.expect("1 row, ")
      terminal.expect("status 0")
      #expect(terminal.end() == 0)
    }
  }

  @Test(arguments: ["", "--write"])
  func `Ctrl-C ends a verb, whichever store it works with`(flag: String) throws {
    try inFolder { folder in
      let terminal = try PseudoTerminal(
        """
        $BENCHDB init -q; trap : INT; (echo framework,dataset,seed,auc; \
        awk 'BEGIN { for (i = 0; i < 400000; i++) print "f,d," i ",0.5" }') > many.csv
        $BENCHDB repl \(flag)
        """, in: folder)
      terminal.expect("> ")
      terminal.type(".import many.csv\r")
      terminal.expect("many.csv: ")
      terminal.type("\u{3}")
      terminal.expect("error: interrupted")
      terminal.expect("> ")
      terminal.type("select count(*) || ' runs' as n from runs;\r")
      terminal.expect("│ 0 runs │")
      terminal.type(".quit\r")
      #expect(terminal.end() == 0)
    }
  }

  @Test func `a question is asked where data does not go`() throws {
    try inFolder { folder in
      let terminal = try PseudoTerminal(
        """
        $BENCHDB init -q; $BENCHDB queries save one 'select 1' -q
        $BENCHDB queries rm one > out; echo status $?
        """, in: folder)
      terminal.expect("This will remove the stored query one from ./bench.db. Go on? [y/N] ")
      terminal.type("y\r")
      terminal.expect("status 0")
      #expect(terminal.end() == 0)
      #expect(try String(contentsOf: folder.appending(path: "out"), encoding: .utf8).isEmpty)
    }
  }
}
