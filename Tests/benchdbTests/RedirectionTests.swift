import Foundation
import TestSupport
import Testing

/// Where results of the prompt go, and what is left when none came.
@Suite struct RedirectionTests {
  @Test func `a file is left as it was until a result follows .once`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("old\n", to: "keep.csv")
    _ = try await folder.shell("benchdb repl -c '.once -f keep.csv'")
    #expect(folder.text("keep.csv") == "old\n")
    _ = try await folder.shell(
      "benchdb repl --write -c '.once -f keep.csv' -c begin -c 'select 1 as a'")
    #expect(folder.text("keep.csv") == "a\n1\n")
    _ = try await folder.shell("benchdb repl -c '.once a.csv' -c '.once b.csv' -c 'select 1 as a'")
    #expect(folder.text("b.csv") == "a\n1\n")
    #expect(!folder.names.contains { $0.hasPrefix("a.csv") || $0.hasSuffix(".part") })
  }

  @Test func `.once leaves .output in force`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    _ = try await folder.shell(
      """
      benchdb repl -c '.output all.csv' -c 'select 1 as a' -c '.once b.csv' -c 'select 2 as b' \
      -c 'select 3 as c'
      """)
    #expect(folder.text("all.csv") == "a\n1\nc\n3\n")
    #expect(folder.text("b.csv") == "b\n2\n")
  }

  @Test func `Ctrl-C in a script leaves no half of a file`() throws {
    let folder = try FreshFolder()
    let terminal = try PseudoTerminal(
      """
      $BENCHDB init -q; trap : INT
      $BENCHDB repl -c '.once slow.csv' -c '.shell echo begun' -c 'with recursive n(i) as
        (select 1 union all select i + 1 from n) select i from n'; echo status $?
      """, in: folder.url)
    // Rows are in the file, so the query runs.
    terminal.expect("begun")
    let end = ContinuousClock.now + .seconds(30)
    while !folder.names.contains(where: { isDraft($0) && folder.text($0)?.isEmpty == false }),
      ContinuousClock.now < end
    {}
    terminal.type("\u{3}")
    terminal.expect("cancelled after")
    terminal.expect("status 130")
    #expect(terminal.end() == 0)
    #expect(!folder.names.contains { $0.hasPrefix("slow.csv") })
  }

  private func isDraft(_ name: String) -> Bool {
    name.hasPrefix("slow.csv.") && name.hasSuffix(".part")
  }

  @Test func `what an editor gave back fails as if it was typed`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("echo 'select oops' > \"$1\"\n", to: "editor")
    let ended = try await folder.shell(
      "benchdb repl -c .edit", environment: ["EDITOR": "sh editor"])
    #expect(ended.status == 1)
    #expect(ended.error.contains("no such column: oops"))
  }

  @Test func `names cannot steer the terminal`() throws {
    let folder = try FreshFolder()
    let terminal = try PseudoTerminal(
      """
      $BENCHDB init -q; $BENCHDB repl --write -c "create table \\"ev$(printf '\\033')[31mil\\" (a)"
      $BENCHDB repl -c .tables -c '.explain select * from "ev\u{1B}[31mil"'
      """, in: folder.url)
    terminal.expect("ev\\x1b[31mil")
    terminal.expect("SCAN ev\\x1b[31mil")
    #expect(terminal.end() == 0)
  }
}
