import Statistics
import Tables
import Testing

struct PairHypothesisTests {
  private static let rows: [[Double]] = [
    [3, 2, 1], [4, 1, .nan], [5, 2, 1], [2, 1, .nan], [6, 3, 4],
  ]

  @Test func `each pair has the blocks that both are on`() throws {
    let data = try blocks(Self.rows)
    for test in hypotheses {
      guard let test = test as? any PairHypothesis.Type else { continue }
      let finding = try test.run(pairwise: data, alpha: 0.05)
      let wins = try finding.table.column("wins").map(\.number)
      #expect(wins == [5, 3, 2], "\(test.name)")
      #expect(finding.sentence.hasSuffix("on 3 to 5 datasets that both of a pair are on"))
    }
  }

  @Test func `without gaps nothing changes`() throws {
    let data = try blocks(Self.rows.map { $0.map { $0.isNaN ? 0 : $0 } })
    let (own, pairwise) = (
      try WilcoxonHolm.run(on: data, alpha: 0.05),
      try WilcoxonHolm.run(pairwise: data, alpha: 0.05)
    )
    #expect(own.table == pairwise.table)
  }
}
