import Foundation
import TestSupport
import Testing

@Suite struct SessionOutletsTests {
  @Test func `a file is written whole, and replaced by force only`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let once = try await folder.shell(
      "printf '.once runs.csv\\nselect 1 as a;\\n' | benchdb repl")
    #expect(once.status == 0 && folder.text("runs.csv") == "a\n1\n")
    let again = try await folder.shell(
      "printf '.once runs.csv\\nselect 2 as a;\\n' | benchdb repl")
    #expect(again.status == 73)
    #expect(again.error == "error: line 1: runs.csv exists. --force replaces it.\n")
    let forced = try await folder.shell(
      "printf '.once -f runs.csv\\nselect 2 as a; select 3 as b;\\n' | benchdb repl")
    #expect(forced.output == "b\n3\n" && folder.text("runs.csv") == "a\n2\n")
    let broken = try await folder.shell(
      "printf '.once half.csv\\nselect abs(-9223372036854775808);\\n' | benchdb repl")
    #expect(broken.status == 1)
    #expect(folder.names.filter { $0.hasPrefix("half") }.isEmpty)
  }

  @Test func `a command reads results, and may stop reading`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let sorted = try await folder.shell(
      "printf '.output | sort -r\\nselect 1 as a;\\nselect 2 as a;\\n' | benchdb repl")
    #expect(sorted.output == "a\na\n2\n1\n")
    let numbers = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n;"
    let first = try await folder.shell(
      "printf '.once | head -2\\n\(numbers)\\nselect 5 as five;\\n' | benchdb repl")
    #expect(first.status == 0)
    #expect(first.output == "i\n1\nfive\n5\n")
    let failed = try await folder.shell("printf '.shell exit 3\\n' | benchdb repl")
    #expect(failed.status == 1)
    #expect(failed.error == "error: line 1: exit 3 ended with status 3\n")
  }

  @Test func `a clipboard and a viewer are fed, and a private file goes in the end`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("#!/bin/sh\ncat > clip\n", to: "bin/xclip")
    try folder.write("#!/bin/sh\ncp \"$1\" viewed; echo \"$1\" > path\n", to: "bin/xdg-open")
    let ended = try await folder.shell(
      """
      chmod +x bin/*; printf 'select 1 as a, 2 as b;\\n.copy\\n.open\\n' > script
      PATH=$PWD/bin:$PATH DISPLAY=:0 benchdb repl < script && test ! -e "$(cat path)"
      """)
    #expect(ended.status == 0)
    #expect(folder.text("clip") == "a\tb\n1\t2\n")
    #expect(folder.text("viewed") == "a,b\n1,2\n")
    #expect(folder.text("path")?.hasSuffix(".csv\n") == true)
  }

  @Test func `a query is saved from a prompt that only reads, and asked with its types`()
    async throws
  {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(
      """
      .param n 3
      select typeof(:n) as kind, :n + 1 as more;
      .save next One more
      .query next n=5
      .save --file next
      """, to: "script")
    let saved = try await folder.shell("benchdb repl < script")
    #expect(saved.output == "kind\tmore\ninteger\t4\nkind\tmore\ninteger\t6\n")
    #expect(saved.status == 0)
    let kept = "-- param: n: integer = 3\nselect typeof(:n) as kind, :n + 1 as more\n"
    #expect(folder.text("queries/next.sql") == "-- title: next\n" + kept)
    let again = try await folder.shell("printf 'select 1 as a;\\n.save next\\n' | benchdb repl")
    #expect(again.status == 73)
    #expect(again.error == "error: a stored query next is there already. --force replaces it.\n")
  }

  @Test func `a plan is a tree on the command line too`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let plan = try await folder.benchdb(
      "query", "--explain", "select * from metrics order by title")
    #expect(plan.output.hasPrefix("├─ SCAN metrics (all "))
    #expect(plan.output.hasSuffix("└─ USE TEMP B-TREE FOR ORDER BY (sorts)\n"))
    let safe = try await folder.benchdb("query", "--explain", "select 1; drop table metrics")
    #expect(safe.status == 0 && safe.output == "└─ SCAN CONSTANT ROW\n")
  }
}
