import Foundation
import Tables
import TestSupport
import Testing

@Suite struct RunAnalysisTests {
  /// A warehouse with the results and the plan of `Tests/Fixtures/Analysis`.
  private func lab() async throws -> FreshFolder {
    let folder = try await FreshFolder.withWarehouse()
    for name in [
      "compiled_results.csv", "study_classification_info.csv", "study_regression_info.csv",
    ] {
      try folder.write(Repository.text("Tests/Fixtures/Analysis/\(name)"), to: name)
    }
    let done = try await folder.benchdb("import", "compiled_results.csv", "--source", "lab")
    #expect(done.status == 0, "\(done.error)")
    return folder
  }

  private func table(_ text: String) throws -> Table {
    try Table(csv: Array(text.utf8))
  }

  @Test func `as original, every number is the one pandas comes to`() async throws {
    let folder = try await lab()
    let printed = try await folder.benchdb(
      "query", "analysis-scores", "-p", "source=lab", "-p", "budget=unspecified", "-p",
      "impute=original", "--format", "csv")
    let ours = try table(printed.output)
    let expected = try table(Repository.text("Tests/Fixtures/Analysis/expected.csv"))
    var compared = 0
    for row in expected.rows {
      let own = try #require(ours.rows.first { $0[0] == row[0] && $0[1] == row[1] })
      for column in expected.columns.dropFirst(2) {
        guard let reference = Double(row[try expected.index(of: column)].string ?? "") else {
          continue
        }
        let value = try #require(Double(own[try ours.index(of: column)].string ?? ""))
        #expect(abs(value - reference) <= 1e-9 * abs(reference), "\(row[0]) \(row[1]) \(column)")
        compared += 1
      }
    }
    #expect(compared == 64)
  }

  @Test func `what is missing and dropped is said, in counts and percent`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("run-analysis", "--as-original", "--figures", "figures")
    #expect(ended.status == 0, "\(ended.error)")
    #expect(
      ended.output.contains(
        """
        h2o\t70\t58\t12\t17.142857142857142\t0\t1
        auto-sklearn\t70\t64\t6\t8.571428571428571\t0\t0
        tpot\t70\t68\t2\t2.857142857142857\t0\t0
        auto_ml\t70\t70\t0\t0.0\t0\t0
        """))
    // 40 for the dataset that h2o never finished, 4 for each dataset and seed that any missed.
    #expect(
      ended.output.contains(
        """
        datasets that some framework never finished\t1\t40\t14.285714285714286
        datasets and seeds that some framework missed\t19\t76\t27.142857142857142
        all, as the original counts\t20\t116\t41.42857142857143
        """))
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "figures").path
      ).sorted() == [
        "DatasetMeanF1Score.svg", "DatasetMeanMSE.svg", "DatasetPerformance.svg",
        "DatasetShapes.svg", "RawDataBoxPlotF1_SCORE.svg", "RawDataBoxPlotMSE.svg",
        "rank-cd-f1.svg", "rank-cd-mse.svg",
      ])
  }

  @Test func `a query of the user's own joins the analysis`() async throws {
    let folder = try await lab()
    try folder.write(
      "-- title: Runs by framework\n-- analysis: 5\n"
        + "SELECT framework, count(*) AS n FROM results GROUP BY framework ORDER BY framework\n",
      to: "queries/runs.sql")
    let ended = try await folder.benchdb("run-analysis", "--report", "report.md")
    #expect(ended.output.hasPrefix("# lab, budget unspecified\n\n## Runs by framework\n"))
    #expect(folder.text("report.md")?.contains("| auto-sklearn |") == true)
  }

  @Test func `figures are at the level of the tests`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb(
      "run-analysis", "--metric", "f1", "--alpha", "0.9", "--figures", "figures")
    #expect(ended.status == 0, "\(ended.error)")
    #expect(folder.text("figures/rank-cd.svg")?.contains("Nemenyi test, α = 0.9") == true)
  }

  @Test(arguments: [
    ["run-analysis", "--alpha", "2"], ["run-analysis", "--alpha", "nan"],
    ["test", "friedman", "--alpha", "0"], ["run-analysis", "--as-original", "--impute", "drop"],
    ["run-analysis", "--width", "9"], ["figure", "rank-cd", "--width", "9000"],
  ])
  func `what cannot be meant is refused before anything is read`(words: [String]) async throws {
    let ended = try await FreshFolder().shell("benchdb " + words.joined(separator: " "))
    #expect(ended.status == 64)
    #expect(ended.output.isEmpty && ended.error.hasPrefix("error: "))
  }

  @Test func `a warehouse without scores says so`() async throws {
    let ended = try await FreshFolder.withWarehouse().benchdb("run-analysis")
    #expect(ended.status == 1)
    #expect(ended.error == "error: ./bench.db has no scores yet.\n")
  }

  @Test func `a metric that is mistyped gets a suggestion`() async throws {
    let folder = try await lab()
    for verb in ["run-analysis", "figure rank-cd", "test friedman"] {
      let ended = try await folder.shell("benchdb \(verb) --metric loglos")
      #expect(ended.status == 66)
      #expect(ended.error.contains("did you mean logloss?"))
    }
  }
}
