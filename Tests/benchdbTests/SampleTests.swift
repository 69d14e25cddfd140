import TestSupport
import Testing

@Suite struct SampleTests {
  @Test func `the sample is baselines with ten seeds, and AutoML frameworks beside them`()
    async throws
  {
    let folder = try FreshFolder()
    let made = try await folder.benchdb("init", "--sample")
    #expect(made.status == 0)
    #expect(made.error.contains("1,800 runs"))
    let counts = try await folder.benchdb(
      "query",
      """
      SELECT source, count(*), count(DISTINCT framework), count(DISTINCT dataset),
        count(DISTINCT type), count(DISTINCT seed), sum(status = 'ok')
      FROM results GROUP BY source ORDER BY source
      """, "--format", "csv")
    let lines = counts.output.split(separator: "\n").dropFirst()
    #expect(lines.first == "sample,1800,6,30,2,10,1800")
    #expect(lines.last == "sample-automl,278,10,30,2,1,274")
    #expect(try await folder.benchdb("check").status == 0)
  }

  @Test func `each AutoML framework ran on 20 datasets at least, of both types`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let few = try await folder.benchdb(
      "query",
      """
      SELECT framework FROM results WHERE source = 'sample-automl' GROUP BY framework
      HAVING count(DISTINCT dataset) < 20 OR count(DISTINCT type) < 2
      """, "--format", "csv")
    #expect(few.output == "framework\n")
  }

  @Test func `its failures have a class, a message and the log that tells why`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let failures = try await folder.benchdb(
      "query",
      """
      SELECT f.framework, f.class, count(*), min(length(f.message) > 10), min(length(l.text) > 100)
      FROM failures AS f JOIN logs AS l ON l.id = f.log_id GROUP BY 1, 2 ORDER BY 1, 2
      """, "--format", "csv")
    #expect(
      failures.output.split(separator: "\n").dropFirst() == [
        "auto_ml,framework,3,1,1", "tpot,memory,1,1,1",
      ])
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
