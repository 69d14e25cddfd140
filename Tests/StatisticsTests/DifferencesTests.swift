import Statistics
import Testing

struct DifferencesTests {
  @Test func `differences are those of the decimals`() {
    #expect(Differences([0.84, 0.9], [0.79, 0.85]).values == [0.05, 0.05])
  }

  @Test func `moments of equal decimals have no deviation`() {
    let moments = Differences([0.84, 0.9, 0.4], [0.79, 0.85, 0.35]).moments
    #expect(moments.mean == 0.05)
    #expect(moments.deviation == 0)
  }

  @Test func `small deviations of large differences keep their digits`() {
    let moments = Differences([1e9 + 0.001, 1e9 + 0.002, 1e9 + 0.003], [0, 0, 0]).moments
    #expect(agrees(moments.deviation, 0.001))
    #expect(moments.mean == 1e9 + 0.002)
  }

  @Test func `too few have no moments`() {
    #expect(Differences([], []).moments.mean.isNaN)
    let one = Differences([0.3], [0.1]).moments
    #expect(one.mean == 0.2)
    #expect(one.deviation.isNaN)
  }

  @Test func `sizes from 1e-300 to 1e300 stay in range`() {
    #expect(Differences([3e300], [1e300]).values == [2e300])
    #expect(agrees(Differences([3e-300], [1e-300]).values[0], 2e-300))
  }
}
