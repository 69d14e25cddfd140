import Glibc
import TestSupport
import Testing

struct ImportTests {
  private static let text = """
    framework,dataset,seed,auc
    forest,iris,1,0.9
    forest,wine,1,
    tree,iris,1,0.8

    """

  @Test func `a file is taken for what its header says, and that is said`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(Self.text, to: "runs.csv")
    let ended = try await folder.benchdb("import", "runs.csv", "--format", "line")
    #expect(ended.status == 0)
    #expect(ended.error == "runs.csv: a row a run, scored by auc\n")
    #expect(
      ended.output == """
             file = runs.csv
           source = runs
         importer = generic
             rows = 3
              new = 3
        completed = 0
        unchanged = 0
         replaced = 0
             kept = 0
           failed = 1
            tasks = 3
          rejects = 0
           scores = auc 2

        """)
    let again = try await folder.benchdb("import", "runs.csv", "--format", "csv", "-q")
    #expect(again.output.hasSuffix("runs.csv,runs,generic,3,0,0,3,0,0,1,0,0,auc 2\n"))
    #expect(again.error.isEmpty)
  }

  @Test func `standard input and a new warehouse will do`() async throws {
    let folder = try FreshFolder()
    let without = try await folder.benchdb("import", "-", input: Self.text)
    #expect(without.status == 66)
    let broken = try await folder.benchdb("import", "-", "--create", input: "a,b\n")
    #expect(broken.status == 65)
    #expect(folder.names.isEmpty)
    let ended = try await folder.benchdb("import", "-", "--create", "-q", input: Self.text)
    #expect(ended.status == 0)
    let sources = try await folder.benchdb("query", "SELECT name, kind FROM sources")
    #expect(sources.output == "name\tkind\nstdin\tgeneric\n")
  }

  @Test func `a bad line is malformed input, unless it is to be skipped`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(Self.text + "tree,wine\n", to: "runs.csv")
    let ended = try await folder.benchdb("import", "runs.csv")
    #expect(ended.status == 65)
    #expect(
      ended.error == """
        error: runs.csv, line 5 has 2 fields, the header has 4. Nothing was imported; --skip-bad \
        takes the other 3.

        """)
    let skipped = try await folder.benchdb("import", "runs.csv", "--skip-bad")
    #expect(skipped.status == 0)
    #expect(skipped.error.contains("warning: runs.csv: 1 of 4 lines could not be read"))
  }

  @Test func `of several files all go in or none`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(Self.text, to: "good.csv")
    try folder.write("a,b\n1,2\n", to: "bad.csv")
    #expect(try await folder.benchdb("import", "good.csv", "bad.csv").status == 65)
    let count = try await folder.benchdb("query", "SELECT count(*) AS n FROM runs")
    #expect(count.output == "n\n0\n")
  }

  @Test(arguments: [
    (["import", "nothing.csv"], 66, "nothing.csv cannot be read"),
    (["import", "."], 66, ". is a folder"),
    (["import", "runs.csv", "--as", "excel"], 64, "none of auto, georgian, amlb, generic"),
    (["import", "runs.csv", "--map", "dataset"], 64, "not of the form col=col"),
    (["import", "runs.csv", "--map", "fold=a", "--map", "Fold=b"], 64, "says twice what fold is"),
    (["import", "runs.csv", "elsewhere/runs.csv"], 64, "would go into the source"),
  ])
  func `what cannot be meant is said`(
    arguments: [String], status: Int32, sentence: String
  ) async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(Self.text, to: "runs.csv")
    try folder.write(Self.text, to: "elsewhere/runs.csv")
    let ended = try await folder.shell("benchdb " + arguments.joined(separator: " "))
    #expect(ended.status == status)
    #expect(ended.error.contains(sentence), "\(ended.error)")
  }

  @Test(.disabled(if: getuid() == 0, "root may read everything"))
  func `a file that may not be read is a matter of permission`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(Self.text, to: "runs.csv")
    let ended = try await folder.shell("chmod 0 runs.csv; benchdb import runs.csv")
    #expect(ended.status == 77)
    #expect(ended.error == "error: runs.csv cannot be read: Permission denied.\n")
  }

  @Test func `an interrupt undoes the import`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    // A pipe holds 64 KiB: once this much is written, benchdb reads, and it never sees the end.
    let ended = try await folder.shell(
      """
      mkfifo rows
      benchdb import - <rows &
      exec 9>rows
      echo framework,dataset,acc >&9
      yes a,d,0.9 | head -n 30000 >&9
      kill -INT $!
      wait $!
      """)
    #expect(ended.status == 130)
    #expect(ended.error == "error: interrupted. Nothing was imported.\n")
    let count = try await folder.benchdb("query", "SELECT count(*) AS n FROM sources")
    #expect(count.output == "n\n0\n")
  }
}
