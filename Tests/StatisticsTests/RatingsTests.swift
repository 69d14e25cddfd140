import Statistics
import Tables
import Testing

struct RatingsTests {
  @Test func `TabArena's leaderboard, the best first`() throws {
    var random = SplitMix64(seed: 131)
    let ratings = try Ratings(
      tabArena(), perfect: 0, reference: "PF", resamples: 50, using: &random)
    let order = ratings.rows.map(\.treatment)
    #expect(order == ["MR-H", "HC2", "RDST", "QUANT", "FP", "H-IT", "W 2.0", "PF"])
    let best = try #require(ratings.rows.first)
    #expect(agrees(best.meanRank, 3.4))
    #expect(agrees(best.reciprocalRank, 0.3719841269841269))
    #expect(agrees(best.improvability, 0.15316018041858387))
    #expect(agrees(best.rescaledLoss, 0.2202089398395641))
    // bencheval 0.65714, which rounds errors to nine digits
    #expect(agrees(try #require(best.winRate), 0.65714293718338, 1e-5))
    #expect(try #require(ratings.rows.last).normalisedScore == 0)
    #expect(best.wins + best.ties + best.losses == 30 * 7)
    let table = ratings.table
    #expect(table.rows.count == 8)
    #expect(table.rows[0].count == table.columns.count)
  }

  @Test func `what is not asked for is NULL`() throws {
    var random = SplitMix64(seed: 132)
    let ratings = try Ratings(blocks([[1, 2], [2, 1], [3, 4]]), resamples: 5, using: &random)
    #expect(try ratings.table.column("improvability") == [.null, .null])
    #expect(try ratings.table.column("normalised_score") == [.null, .null])
    #expect(ratings.fit == .maximumLikelihood)
  }

  @Test func `too little data and an unknown reference are errors`() throws {
    var random = SplitMix64(seed: 133)
    #expect(throws: StatisticsError.tooFewTreatments(1, needed: 2)) {
      try Ratings(blocks([[1]]), using: &random)
    }
    #expect(throws: StatisticsError.unknownTreatment("x", among: ["f1", "f2"])) {
      try Ratings(blocks([[1, 2]]), reference: "x", resamples: 1, using: &random)
    }
  }
}
