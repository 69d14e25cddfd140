import Statistics
import Testing

struct BlocksScoresTests {
  @Test func `TabArena's improvability, rescaled loss and reciprocal ranks`() throws {
    // bencheval @84093d63, recomputed in exact arithmetic
    let blocks = try tabArena()
    let improvability = [
      0.20923199805043033, 0.2541311378040775, 0.22226739465571227, 0.15316018041858387,
      0.3069890124745946, 0.2025144660623316, 0.22562913353420253, 0.3003897539258793,
    ]
    let reciprocal = [
      0.3161904761904762, 0.3568253968253968, 0.42166666666666663, 0.3719841269841269,
      0.24353174603174607, 0.42257936507936505, 0.3663492063492063, 0.21833333333333332,
    ]
    let rescaled = [
      0.3344163589531809, 0.4787687706155343, 0.2834065428413676, 0.2202089398395641,
      0.5039722947101973, 0.3243566259344283, 0.3110931580904934, 0.45853296780080743,
    ]
    #expect(zip(blocks.improvabilities(perfect: 0), improvability).allSatisfy { agrees($0, $1) })
    #expect(zip(blocks.meanReciprocalRanks, reciprocal).allSatisfy { agrees($0, $1) })
    #expect(zip(blocks.rescaledLosses, rescaled).allSatisfy { agrees($0, $1) })
  }

  @Test func `rescaled losses and champions agree with the reference`() throws {
    for line in try Fixture("ratings.csv").lines {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      // Its scale has the smallest value at 0 whichever is better.
      guard blocks.incomplete.isEmpty, blocks.better == .higher else { continue }
      // The reference gives 0 of 1 where all are equal, as TabArena gives a loss of 0.
      let equal = Double(blocks.rows.count { Set($0).count == 1 }) / Double(blocks.rows.count)
      for (loss, score) in zip(blocks.rescaledLosses, numbers(line["rescaled"])) {
        #expect(abs(1 - loss - equal - score) < 1e-12, "\(line)")
      }
      #expect(blocks.championCounts.map { Double($0) } == numbers(line["champions"]), "\(line)")
    }
  }

  @Test func `0 is the reference and 1 the best`() throws {
    let scores = try blocks([[0.5, 0.75, 1], [0.2, 0.1, 0.4], [0.9, 0.8, 0.3]])
      .normalisedScores(reference: "f1")
    // The third block is left out: the reference is its best.
    #expect(scores == [0, (0.5 - 0.5) / 2, 1])
    let lower = try blocks([[4, 2, 0]], better: .lower).normalisedScores(reference: "f1")
    #expect(lower == [0, 0.5, 1])
  }

  @Test func `an unknown reference is an error, and nothing to scale has no answer`() throws {
    let blocks = try blocks([[2, 1]])
    #expect(throws: StatisticsError.unknownTreatment("x", among: ["f1", "f2"])) {
      try blocks.normalisedScores(reference: "x")
    }
    let scores = try blocks.normalisedScores(reference: "f1")
    #expect(scores.count { $0.isNaN } == 2)
  }

  @Test func `errors are distances from the perfect score`() throws {
    // 1 - 0.9 and 1 - 0.8: half the error of the second would vanish
    let found = try blocks([[0.9, 0.8]]).improvabilities(perfect: 1)
    #expect(found == [0, 0.5])
    #expect(try blocks([[1, 1]]).improvabilities(perfect: 1) == [0, 0])
    #expect(try blocks([[1, 0.9]]).improvabilities(perfect: 1) == [0, 1])
  }
}
