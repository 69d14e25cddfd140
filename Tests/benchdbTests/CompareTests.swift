import Foundation
import Tables
import TestSupport
import Testing

@Suite struct CompareTests {
  /// Two seeds a dataset. flaml lacks wine, tpot lacks vehicle; h2o has one seed of one dataset.
  private static let runs = """
    framework,dataset,seed,auc
    tpot,adult,1,0.92\ntpot,adult,2,0.93\nflaml,adult,1,0.91\nflaml,adult,2,0.91
    tpot,bank,1,0.90\ntpot,bank,2,0.91\nflaml,bank,1,0.88\nflaml,bank,2,0.90
    tpot,car,1,0.98\ntpot,car,2,0.99\nflaml,car,1,0.95\nflaml,car,2,0.97
    tpot,credit,1,0.79\ntpot,credit,2,0.80\nflaml,credit,1,0.77\nflaml,credit,2,0.79
    tpot,diabetes,1,0.83\ntpot,diabetes,2,0.85\nflaml,diabetes,1,0.84\nflaml,diabetes,2,0.85
    tpot,glass,1,0.88\ntpot,glass,2,0.86\nflaml,glass,1,0.85\nflaml,glass,2,0.83
    tpot,heart,1,0.90\ntpot,heart,2,0.91\nflaml,heart,1,0.87\nflaml,heart,2,0.89
    tpot,iris,1,0.99\ntpot,iris,2,0.99\nflaml,iris,1,0.99\nflaml,iris,2,0.99
    tpot,segment,1,0.95\ntpot,segment,2,0.97\nflaml,segment,1,0.93\nflaml,segment,2,0.93
    tpot,wine,1,0.97\ntpot,wine,2,0.98\nflaml,vehicle,1,0.9\nflaml,vehicle,2,0.91
    h2o,adult,1,0.9

    """

  private func lab() async throws -> FreshFolder {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(Self.runs, to: "runs.csv")
    let done = try await folder.benchdb("import", "runs.csv", "--source", "lab")
    #expect(done.status == 0, "\(done.error)")
    return folder
  }

  private static let verdict = """
    tpot is better than flaml in auc by 0.015 (96.1 % interval 0.005 to 0.0275): 7 wins, 1 tie, \
    1 loss on 9 datasets, Wilcoxon signed-rank p = 0.016

    """

  @Test func `the verdict comes first, then what it rests on`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("compare", "tpot", "flaml")
    #expect(ended.status == 0)
    #expect(ended.error.hasPrefix(Self.verdict))
    #expect(ended.error.contains("mean auc, higher being better, and above 0 where tpot is better"))
    #expect(
      ended.error.hasSuffix(
        "left out for want of a score: 2 datasets, vehicle (none of tpot), wine (none of flaml)\n"))
  }

  /// Of the means over seeds: scipy 1.17.1, `ttest_1samp` with its `confidence_interval`, `binomtest`,
  /// `shapiro`; Pratt's signed ranks by `PermutationMethod`; Walsh averages by numpy.
  @Test func `numbers are those of scipy`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("compare", "tpot", "flaml", "--format", "csv", "-q")
    let table = try Table(csv: Array(ended.output.utf8))
    #expect(table.columns == ["measure", "value", "low", "high", "p"])
    func row(_ measure: String) -> [Double?] {
      let row = table.rows.first { $0[0].string == measure } ?? []
      return row.dropFirst().map { $0.string.flatMap(Double.init) }
    }
    func expect(_ measure: String, _ numbers: [Double?], within tolerance: Double = 1e-12) {
      for (own, reference) in zip(row(measure), numbers) {
        guard let reference else { continue }
        #expect(abs((own ?? .nan) - reference) <= tolerance * abs(reference), "\(measure)")
      }
    }
    expect("median difference", [0.015, 0, 0.03])
    expect(
      "mean difference",
      [0.01666666666666667, 0.007058316103315979, 0.02627501723001736, 0.0039497728034453205])
    expect("Hodges-Lehmann shift", [0.015, 0.005, 0.0275])
    expect("wins", [7, nil, nil, 0.0703125])
    expect("ties", [1])
    expect("losses", [1])
    expect("signed ranks", [2, nil, nil, 0.015625])
    expect("rank-biserial", [0.9090909090909091])
    expect("A12", [0.5617283950617283])
    // scipy's p is of differences of doubles.
    expect("normal differences", [nil, nil, nil, 0.17808448798144466], within: 1e-8)
  }

  @Test func `the other way round, the same is said`() async throws {
    let ended = try await lab().benchdb("compare", "flaml", "tpot")
    #expect(ended.error.hasPrefix(Self.verdict))
  }

  @Test func `JSON is one object with everything`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("compare", "tpot", "flaml", "--format", "json")
    #expect(ended.error.isEmpty)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(answer["verdict"] as? String == String(Self.verdict.dropLast()))
    #expect(answer["decision"] as? String == "a")
    #expect(answer["metric"] as? String == "auc" && answer["better"] as? String == "higher")
    #expect(answer["wins"] as? Int == 7 && answer["datasets"] as? Int == 9)
    let shift = try #require(answer["hodges_lehmann"] as? [String: Double])
    #expect(shift["value"] == 0.015 && shift["low"] == 0.005 && shift["high"] == 0.0275)
    #expect((answer["values"] as? [Any])?.count == 9)
    let left = try #require(answer["left_out"] as? [[String: String]])
    #expect(
      left == [
        ["dataset": "vehicle", "missing": "tpot"], ["dataset": "wine", "missing": "flaml"],
      ])
    let chances = try #require(answer["bayes"] as? [String: Double])
    #expect(chances["a"].map { $0 > 0.99 } == true && chances["seed"] == 1)
    let again = try await folder.benchdb("compare", "tpot", "flaml", "-o", "answer.json")
    #expect(again.status == 0)
    #expect(folder.text("answer.json") == ended.output)
  }

  @Test func `seeds and folds judge too`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb(
      "compare", "tpot", "flaml", "--test", "hierarchical", "--rope", "0.001", "--format", "json",
      "--posterior", "draws.csv")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(answer["decision"] as? String == "a")
    let chances = try #require(answer["hierarchical"] as? [String: Double])
    #expect(chances["a"].map { $0 > 0.95 } == true && chances["draws"] == 20_000)
    let folds = try #require(answer["folds"] as? [[String: Any]])
    #expect(folds.count == 9)
    // (0.01 + 0.02) / 2, over the deviation of both times sqrt(1/2 + 0.3/0.7).
    #expect(folds[0]["mean_difference"] as? Double == 0.015)
    let t = try #require(folds[0]["t"] as? Double)
    #expect(abs(t - 0.015 / (5e-5 * (0.5 + 3.0 / 7)).squareRoot()) < 1e-9)
    let draws = try Table(csv: Array((folder.text("draws.csv") ?? "").utf8))
    #expect(draws.columns == ["a", "equal", "b"] && draws.rows.count == 20_000)
  }

  @Test func `Markdown is a document`() async throws {
    let ended = try await lab().benchdb("compare", "tpot", "flaml", "--format", "markdown")
    #expect(
      ended.output.hasPrefix("# tpot against flaml\n\n## Verdict\n\ntpot is better than flaml"))
    #expect(ended.output.contains("| Hodges-Lehmann shift "))
    #expect(ended.output.contains("\n## Notes\n\nDifferences are of mean auc"))
  }

  @Test func `an error in the target's unit is told`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let ended = try await folder.benchdb("compare", "linear", "constant", "--metric", "mse")
    #expect(ended.error.contains("mse is in the unit of each dataset's target"))
    let other = try await folder.benchdb("compare", "linear", "constant", "--metric", "r2")
    #expect(!other.error.contains("unit of each"))
  }

  @Test func `another judge decides otherwise`() async throws {
    let folder = try await lab()
    let sign = try await folder.benchdb("compare", "tpot", "flaml", "--test", "sign")
    #expect(sign.error.hasPrefix("no difference between tpot and flaml in auc is shown: 7 wins"))
    #expect(sign.error.contains("sign test p = 0.07, median difference 0.015"))
    let t = try await folder.benchdb("compare", "tpot", "flaml", "--test", "t", "--alpha", "0.01")
    #expect(t.error.contains("by 0.0167 (99 % interval 0.00269 to 0.0306)"))
    let bayes = try await folder.benchdb(
      "compare", "tpot", "flaml", "--test", "bayes", "--rope", "0.1")
    #expect(bayes.error.hasPrefix("tpot and flaml are practically equal in auc, within 0.1: "))
  }

  @Test func `scores that were made are counted`() async throws {
    let folder = try await lab()
    let ended = try await folder.benchdb("compare", "tpot", "flaml", "--impute", "worst")
    #expect(ended.error.contains(" on 11 datasets"))
    #expect(
      ended.error.contains(
        """
        imputed, not measured: 2 of 22 scores of tpot, 2 of 22 scores of flaml: a missing score \
        counts as the worst on its dataset
        """))
  }

  @Test func `another source faces this one`() async throws {
    let folder = try await lab()
    try folder.write(Self.runs.replacing(",0.9", with: ",0.8"), to: "runs.csv")
    let done = try await folder.benchdb(
      "import", "runs.csv", "--source", "before", "--budget", "1h")
    #expect(done.status == 0, "\(done.error)")
    let ended = try await folder.benchdb(
      "compare", "tpot", "tpot", "--source", "lab", "--against", "before")
    #expect(ended.error.hasPrefix("tpot of lab is better than tpot of before in auc by 0.1 ("))
    #expect(ended.error.contains("source lab, budget unspecified, and source before, budget 1h"))
    let same = try await folder.benchdb(
      "compare", "tpot", "tpot", "--source", "lab", "--against", "lab")
    #expect(same.status == 64)
  }

  @Test(arguments: [
    ("tpot flalm", 66, "no framework \"flalm\" has scores; did you mean flaml?"),
    ("tpot autogluon", 66, "no framework \"autogluon\" has scores, only flaml, h2o, tpot."),
    ("tpot flaml --metric acu", 66, "no metric \"acu\" has scores; did you mean auc?"),
    ("tpot flaml --against lba", 66, "no source \"lba\" has scores; did you mean lab?"),
    ("tpot h2o", 1, "tpot and h2o both have auc on one dataset, where a comparison needs two."),
    (
      "tpot tpot", 64,
      "tpot is compared with itself; name another, or with --against another source"
    ),
    ("tpot flaml --rope=-1", 64, "--rope is a number from 0, not -1.0"),
    (
      "tpot tpot --against lab", 1,
      "there are no scores of one metric of both tpot in lab and tpot in another source."
    ),
  ])
  func `what cannot be compared is told`(words: String, status: Int32, sentence: String)
    async throws
  {
    let ended = try await lab().shell("benchdb compare \(words)")
    #expect(ended.status == status)
    #expect(ended.error.hasPrefix("error: \(sentence)\n"))
    #expect(ended.output.isEmpty)
  }

  @Test func `at the prompt it is a command too`() async throws {
    let ended = try await lab().benchdb("repl", "-c", ".compare tpot flaml")
    #expect(ended.error.hasPrefix(Self.verdict))
  }
}
