import Statistics
import Tables
import Testing

struct HierarchicalBayesTests {
  @Test func `a row per pair, and the same each time`() throws {
    let rows = try Fixture("folds.csv").lines.filter { $0["a"] == "TPOT" }.flatMap { line in
      zip(["TPOT", "TunedRandomForest"], ["first", "second"]).flatMap { framework, column in
        numbers(line[column]).enumerated().map { fold, value in
          [
            .text(line["task"] ?? ""), .text(framework), Value.real(value),
            .integer(Int64(fold)),
          ]
        }
      }
    }
    let folds = try Folds(
      Table(columns: ["dataset", "framework", "value", "fold"], rows: rows), block: "dataset",
      treatment: "framework", value: "value", better: .higher)
    let finding = try HierarchicalBayes.run(on: folds, alpha: 0.2, rope: 0.01)
    #expect(finding.table.columns.prefix(5) == ["a", "b", "p_a", "p_equal", "p_b"])
    #expect(finding.table.rows.count == 1)
    #expect(finding.table.rows[0].last == 8)
    #expect(
      finding.sentence == """
        1 of 1 pair decided with a probability above 0.8: hierarchical Bayesian test over folds, \
        equal being within 0.01
        """)
  }
}
