import Statistics
import Tables
import Testing

struct CorrectedTsTests {
  /// Numbers of folds.csv.
  @Test func `a row per pair and dataset, as the tests of one dataset say`() throws {
    let lines = try Fixture("folds.csv").lines.filter { $0["a"] == "autosklearn" }
    let rows = lines.flatMap { line in
      zip(["x", "y"], ["first", "second"]).flatMap { framework, column in
        numbers(line[column]).enumerated().map { fold, value -> [Value] in
          [.text(line["task"] ?? ""), .text(framework), .real(value), .integer(Int64(fold))]
        }
      }
    }
    let folds = try Folds(
      Table(columns: ["dataset", "framework", "value", "fold"], rows: rows), block: "dataset",
      treatment: "framework", value: "value", better: .higher)
    let finding = try CorrectedTs.run(on: folds, alpha: 0.05, rope: 0.01)
    #expect(finding.table.rows.count == 8)
    for line in lines {
      let row = try #require(finding.table.rows.first { $0[2].string == line["task"] })
      for (column, name) in [("t", "t"), ("p", "p"), ("p_a", "greater_10"), ("p_b", "less_10")] {
        let found = row[try finding.table.index(of: column)].number ?? .nan
        #expect(agrees(found, Double(line[name] ?? "") ?? .nan, 1e-10), "\(line)")
      }
    }
    #expect(finding.sentence.hasSuffix("corrected t test of pairs on datasets, adjusted by Holm"))
  }
}
