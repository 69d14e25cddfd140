import Testing

@testable import Statistics

@Suite struct MeanRankIntervalsTests {
  private func blocks(_ rows: [[Double]]) throws -> Blocks {
    try Blocks(
      rows.enumerated().flatMap { block, values in
        values.enumerated().map {
          Blocks.Observation(block: "d\(block)", treatment: "t\($0.offset)", value: $0.element)
        }
      }, better: .higher)
  }

  @Test func `whoever always wins does so in every resample`() throws {
    var random = SplitMix64(seed: 1)
    let intervals = meanRankIntervals(
      of: try blocks([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3]]), using: &random)
    #expect(intervals.map(\.lower) == [1, 2])
    #expect(intervals.map(\.upper) == [1, 2])
  }

  @Test func `two that take turns share an interval that is symmetric about the middle`() throws {
    var random = SplitMix64(seed: 1)
    let rows = (0..<40).map { $0.isMultiple(of: 2) ? [1.0, 0] : [0, 1.0] }
    let intervals = meanRankIntervals(of: try blocks(rows), using: &random)
    // A mean of 40 fair coins from {1, 2}: 1.5 and 1.96 standard errors of 0.0791 to either side.
    #expect(abs(intervals[0].lower - 1.345) < 0.03 && abs(intervals[0].upper - 1.655) < 0.03)
    #expect(intervals[0].lower + intervals[1].upper == 3)
  }

  @Test func `no blocks have none`() throws {
    var random = SplitMix64(seed: 1)
    #expect(meanRankIntervals(of: try blocks([]), using: &random).isEmpty)
  }
}
