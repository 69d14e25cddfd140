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
