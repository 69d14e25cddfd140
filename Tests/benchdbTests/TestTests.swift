import Foundation
import Tables
import TestSupport
import Testing

/// `benchdb test`: what it takes from the warehouse, and what it says of it.
@Suite struct TestTests {
  /// Six datasets of three folds; b lost a fold of d1 and all of d2.
  private func lab() async throws -> FreshFolder {
    let folder = try await FreshFolder.withWarehouse()
    var lines = ["framework,dataset,fold,auc"]
    for dataset in 1...6 {
      for fold in 0..<3 {
        let base = 0.7 + 0.01 * Double((dataset * 7 + fold * 5) % 11)
        for (framework, gain) in [("a", 0.05), ("b", 0.0), ("constant", -0.2)] {
          if framework == "b", dataset == 2 || (dataset == 1 && fold == 0) { continue }
          let noise = 0.004 * Double((dataset + fold * 3 + framework.utf8.count) % 5)
          lines.append("\(framework),d\(dataset),\(fold),\(base + gain + noise)")
        }
      }
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "runs.csv")
    let done = try await folder.benchdb("import", "runs.csv", "--source", "lab")
    #expect(done.status == 0, "\(done.error)")
    return folder
  }

  private func table(_ output: String) throws -> Table { try Table(csv: Array(output.utf8)) }

  @Test func `what was imputed is counted beside what was found`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("test", "holm", "--impute", "worst", "--format", "csv")
    #expect(
      ended.error.contains("4 of 54 scores are imputed: a missing score counts as the worst"))
    let found = try table(ended.output)
    #expect(try found.column("imputed").map(\.string) == ["4", "0", "4"])
    let omnibus = try await folder.benchdb(
      "test", "friedman", "--impute", "worst", "--format", "csv")
    #expect(try table(omnibus.output).column("imputed").map(\.string) == ["4"])
    let dropped = try await folder.benchdb("test", "holm", "--format", "csv")
    #expect(!dropped.output.contains("imputed") && !dropped.error.contains("imputed"))
    let analysis = try await folder.benchdb("run-analysis", "--impute", "worst")
    #expect(analysis.output.contains("4 of 54 scores are imputed."))
  }

  @Test func `the hierarchical test takes folds`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb(
      "test", "hierarchical", "--rope", "0.01", "--format", "csv")
    #expect(ended.status == 0, "\(ended.error)")
    let found = try table(ended.output)
    #expect(found.rows.count == 3)
    #expect(try found.column("datasets").map(\.string) == ["5", "6", "5"])
    let better = try found.column("p_a").compactMap { $0.string.flatMap(Double.init) }
    #expect(better[0] > 0.95 && better[1] > 0.95)
    let file = try await folder.benchdb(
      "test", "hierarchical", "--input", "runs.csv", "--value", "auc", "--rope", "0.01", "-q",
      "--format", "csv")
    #expect(file.output == ended.output)
  }

  @Test func `pair by pair, a dataset counts for those that finished it`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("test", "holm", "--pairwise", "--format", "csv")
    #expect(ended.error.contains("on 5 to 6 datasets that both of a pair are on"))
    #expect(try table(ended.output).column("wins").map(\.string) == ["5", "6", "5"])
    let each = try await folder.benchdb("test", "corrected-t", "--format", "csv", "-q")
    #expect(try table(each.output).rows.count == 16)
  }

  @Test func `the tree takes features of datasets`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let ended = try await folder.benchdb(
      "test", "bradley-terry-tree", "--metric", "f1", "--format", "csv")
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.error.contains("a feature of 16 datasets"))
    #expect(try table(ended.output).rows.count == 6)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "no column \"dataset\" among a, b"),
    (
      "dataset,framework,value\nd,a,zz\nd,b,1\n",
      "row 1 has \"zz\" for value, which is not a number"
    ),
    (
      "dataset,framework,value\nd,a,1\nd,a,2\n",
      "two values of a on d: average seeds and folds first"
    ),
  ])
  func `a file that is not as it should be is malformed input`(
    text: String, reason: String
  ) async throws {
    let folder = try FreshFolder()
    try folder.write(text, to: "scores.csv")
    let ended = try await folder.benchdb("test", "holm", "--input", "scores.csv")
    #expect(ended.status == 65)
    #expect(ended.error == "error: scores.csv is not as it should be: \(reason).\n")
  }

  @Test func `a test that takes incomplete datasets does not say otherwise`() async throws {
    let folder = try FreshFolder()
    try folder.write(
      "dataset,framework,value\nd,a,1\nd,b,2\nd,c,3\ne,a,2\ne,b,1\nf,b,1\nf,c,2\n", to: "scores.csv"
    )
    let ended = try await folder.benchdb("test", "skillings-mack", "--input", "scores.csv")
    #expect(ended.status == 0 && !ended.error.contains("warning"))
    let other = try await folder.benchdb("test", "bradley-terry", "--input", "scores.csv")
    #expect(!other.error.contains("warning"))
  }

  @Test func `ratings measure by the metric's best score and by a reference`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let ended = try await folder.benchdb(
      "test", "ratings", "--metric", "f1", "--reference", "constant", "--format", "csv")
    #expect(ended.status == 0, "\(ended.error)")
    let ratings = try table(ended.output)
    #expect(ratings.columns.suffix(2) == ["improvability", "normalised_score"])
    #expect(ratings.rows.last?.first?.string == "constant")
    #expect(ratings.rows.last?.last?.string == "0.0")
  }

  @Test(arguments: [
    (
      "friedman --reference tpot", 64,
      "friedman compares frameworks alone; ratings takes --reference and --perfect."
    ),
    ("friedman --rope 0.1", 64, "friedman knows no rope; bayes and hierarchical do."),
    ("bayes --rope=-1", 64, "--rope is a number from 0, not -1.0"),
    ("hierarchical --impute worst", 64, "hierarchical takes measured folds only"),
    (
      "holm --input runs.csv --impute worst", 64,
      "--impute is for the warehouse's scores, not those of a file"
    ),
    (
      "holm --input runs.csv --metric f1", 64,
      "--metric, --source and --budget choose scores of the warehouse, not of a file"
    ),
    (
      "friedman --pairwise", 64,
      "friedman takes complete datasets; --pairwise is for wilcoxon, holm,"
    ),
    ("bayse", 66, "no test \"bayse\"; did you mean bayes?"),
  ])
  func `what a test cannot do is refused`(words: String, status: Int32, sentence: String)
    async throws
  {
    let ended = try await lab().shell("benchdb test \(words)")
    #expect(ended.status == status)
    #expect(ended.error.hasPrefix("error: \(sentence)"))
  }
}
