import Statistics
import Testing

struct RanksTests {
  @Test func `ties share the mean of their ranks`() {
    #expect(ranks(of: [0.3, 0.1, 0.3]) == [2.5, 1, 2.5])
    #expect(ranks(of: [1, 1, 1]) == [2, 2, 2])
    #expect(ranks(of: [0.0, -0.0]) == [1.5, 1.5])
  }

  @Test func `rank 1 is the best`() {
    #expect(ranks(of: [0.81, 0.79, 0.84], best: .higher) == [2, 3, 1])
    #expect(ranks(of: [0.81, 0.79, 0.84], best: .lower) == [2, 1, 3])
  }

  @Test func `none have none and one has rank 1`() {
    #expect(ranks(of: []) == [])
    #expect(ranks(of: [7]) == [1])
    #expect(ranks(of: [7, 8], best: .higher) == [2, 1])
  }

  @Test func `ranks are one more than the smaller values and half the other equal ones`() {
    var random = SplitMix64(seed: 2)
    for count in 0..<60 {
      let values = (0..<count).map { _ in Double(Int.random(in: 0..<20, using: &random)) }
      let expected = values.map { value in
        let equal = values.count { $0 == value }
        return Double(values.count { $0 < value }) + Double(equal + 1) / 2
      }
      #expect(ranks(of: values) == expected)
      #expect(ranks(of: values).reduce(0, +) == Double(count * (count + 1)) / 2)
    }
  }
}
