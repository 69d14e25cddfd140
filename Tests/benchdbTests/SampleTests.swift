import TestSupport
import Testing

@Suite struct SampleTests {
  @Test func `the sample is 6 frameworks on 30 datasets with ten seeds`() async throws {
    let folder = try FreshFolder()
    let made = try await folder.benchdb("init", "--sample")
    #expect(made.status == 0)
    #expect(made.error.contains("1,800 runs"))
    let counts = try await folder.benchdb(
      "query",
      """
      SELECT source, count(*), count(DISTINCT framework), count(DISTINCT dataset),
        count(DISTINCT type), count(DISTINCT seed), sum(status = 'ok')
      FROM results GROUP BY source
      """, "--format", "csv")
    #expect(counts.output.split(separator: "\n").last == "sample,1800,6,30,2,10,1800")
    #expect(try await folder.benchdb("check").status == 0)
  }

  @Test func `its datasets have shapes and its budget limits`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let iris = try await folder.benchdb(
      "query",
      "SELECT openml_id, rows, features, classes, one_hot FROM datasets WHERE name = 'iris'",
      "--format", "csv")
    #expect(iris.output.hasSuffix("61,150,5,3,4\n"))
    let budget = try await folder.benchdb(
      "query", "SELECT cores, memory_mb, soft_seconds, hard_seconds FROM budgets WHERE cores > 0",
      "--format", "csv")
    #expect(budget.output.hasSuffix("1,2000,120.0,300.0\n"))
  }
}
