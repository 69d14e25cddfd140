import Statistics
import Testing

struct HolmTests {
  @Test(
    arguments: [
      // R 4.2: p.adjust(p, "holm")
      ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
      ([0.02, 0.02, 0.5, 0.02, 0.9, 0.9], [0.12, 0.12, 1, 0.12, 1, 1]),
      ([0, 1e-300, 1, 0.05, 0.049999], [0, 4e-300, 1, 0.149997, 0.149997]),
      ([0.03], [0.03]), ([1, 1, 1], [1, 1, 1]), ([], []),
      (
        [
          0.085649, 0.236811, 0.801274, 0.582162, 0.094129, 0.433127, 0.479051, 0.159739, 0.734577,
          0.113672,
        ], [0.85649, 1, 1, 1, 0.85649, 1, 1, 1, 1, 0.909376]
      ),
    ] as [([Double], [Double])])
  func `it agrees with R`(_ p: [Double], _ adjusted: [Double]) {
    #expect(zip(holm(p), adjusted).allSatisfy { agrees($0, $1, 1e-15) })
    #expect(holm(p).count == p.count)
  }

  @Test func `a comparison that was not made does not count`() {
    let adjusted = holm([0.01, .nan, 0.04])
    #expect(adjusted[0] == 0.02)
    #expect(adjusted[1].isNaN)
    #expect(adjusted[2] == 0.04)
  }
}
