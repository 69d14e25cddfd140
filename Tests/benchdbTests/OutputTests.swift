import TestSupport
import Testing

struct OutputTests {
  @Test func `--output writes a file and says nothing`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("query", "SELECT 1 AS one", "-o", "one.tsv")
    #expect(ended.status == 0)
    #expect(ended.output.isEmpty && ended.error.isEmpty)
    #expect(folder.text("one.tsv") == "one\n1\n")
  }

  @Test func `a file that is there is left as it is, unless --force`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("mine", to: "one.tsv")
    let refused = try await folder.benchdb("query", "SELECT 1 AS one", "-o", "one.tsv")
    #expect(refused.status == 73)
    #expect(refused.error == "error: one.tsv exists. --force replaces it.\n")
    #expect(folder.text("one.tsv") == "mine")
    let forced = try await folder.benchdb("query", "SELECT 1 AS one", "-o", "one.tsv", "--force")
    #expect(forced.status == 0)
    #expect(folder.text("one.tsv") == "one\n1\n")
  }

  @Test func `a query that fails leaves no file`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    #expect(try await folder.benchdb("query", "SELECT nothing", "-o", "one.tsv").status == 1)
    #expect(folder.text("one.tsv") == nil)
    #expect(!folder.names.contains { $0.hasSuffix(".part") })
  }

  @Test(arguments: [
    "queries > /dev/full", "queries >&-", "--help > /dev/full", "queries -o /dev/full",
  ])
  func `an output that takes nothing is said in a sentence`(words: String) async throws {
    let ended = try await FreshFolder.withWarehouse().shell("benchdb \(words)")
    #expect(ended.status == 74)
    #expect(ended.error.hasPrefix("error: ") && ended.error.contains(" cannot be written: "))
    #expect(ended.error.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["2> /dev/full", "2>&-"])
  func `words that nobody can read change nothing`(streams: String) async throws {
    let folder = try FreshFolder()
    #expect(try await folder.shell("benchdb init \(streams)").status == 0)
    #expect(try await folder.shell("benchdb nosuch \(streams)").status == 64)
    #expect(try await folder.benchdb("check").status == 0)
  }

  @Test func `a device and a pipe are written as they stand`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.shell(
      """
      mkfifo pipe; (cat pipe > read) & benchdb query "SELECT 1 AS one" -o pipe; wait
      benchdb query "SELECT 2 AS two" -o /dev/stdout > stdout
      benchdb query "SELECT 3 AS three" -o /dev/null --force
      benchdb repl -o pipe -c "SELECT 4 AS four" & cat pipe > again; wait
      test -p pipe && test -c /dev/null
      """)
    #expect(ended.status == 0 && ended.error.isEmpty, "\(ended.error)")
    #expect(["read", "stdout", "again"].map(folder.text) == ["one\n1\n", "two\n2\n", "four\n4\n"])
  }

  @Test func `what a link leads to is written, and the link stays`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.shell(
      """
      mkdir far; ln -s far/new.tsv link.tsv
      benchdb query "SELECT 1 AS one" -o link.tsv; benchdb query "SELECT 2 AS two" -o link.tsv
      test -h link.tsv && cat far/new.tsv
      benchdb query "SELECT 3 AS three" -o link.tsv --force && test -h link.tsv && ls far
      """)
    #expect(ended.error == "error: link.tsv exists. --force replaces it.\n")
    #expect(ended.output == "one\n1\nnew.tsv\n")
    #expect(folder.text("far/new.tsv") == "three\n3\n")
  }

  @Test(arguments: [("init file/sub", 73), ("export --dir file", 73), ("queries -o no/where", 74)])
  func `a place that cannot be written is said in a sentence`(
    words: String, status: Int32
  ) async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("", to: "file")
    let ended = try await folder.shell("benchdb \(words)")
    #expect(ended.status == status)
    #expect(!ended.error.contains("NSCocoa") && !ended.error.contains(".part"), "\(ended.error)")
  }

  @Test func `a reader that has seen enough ends it without a word`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.shell(
      """
      benchdb query "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) \
      SELECT i FROM n" | head -n 1
      """)
    #expect(ended.output == "i\n")
    #expect(ended.error.isEmpty)
  }
}
