import Statistics
import Tables
import Testing

struct PermutationPairsTests {
  @Test func `p is that of the pair, and the difference speaks for the better`() throws {
    let rows = [[0.84, 0.81, 0.7], [0.79, 0.76, 0.8], [0.91, 0.85, 0.6], [0.7, 0.66, 0.5]]
    let finding = try PermutationPairs.run(on: blocks(rows), alpha: 0.05)
    var random = SplitMix64(seed: 1)
    let own = PermutationTest(rows.map { $0[0] }, rows.map { $0[1] }, using: &random)
    #expect(finding.table.rows[0][3] == .real(own.p))
    #expect(own.p == 0.125)
    let losses = try PermutationPairs.run(on: blocks(rows, better: .lower), alpha: 0.05)
    #expect(losses.table.rows[0][2] == .real(-own.mean))
    #expect(finding.sentence.hasPrefix("none of 3 pairs is shown to differ at 0.05"))
  }
}
