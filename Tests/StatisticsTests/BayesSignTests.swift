import Statistics
import Tables
import Testing

struct BayesSignTests {
  @Test func `a row per pair with what it counted`() throws {
    let data = try blocks([[3, 2, 1], [3, 1, 2], [2, 1, 1], [1, 0.99, 0]])
    let finding = try BayesSign.run(on: data, alpha: 0.2, rope: 0.05)
    #expect(finding.table.rows.map { Array($0[5...]) } == [[3, 1, 0], [4, 0, 0], [2, 1, 1]])
    let own = BayesianSign(wins: 3, ties: 1, losses: 0).probabilities
    #expect(finding.table.rows[0][2] == .real(own.first))
    let losses = try BayesSign.run(
      on: blocks([[3, 2], [3, 1], [2, 1]], better: .lower), alpha: 0.2, rope: 0)
    #expect(Array(losses.table.rows[0][5...]) == [0, 0, 3])
  }
}
