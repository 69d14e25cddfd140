import Statistics
import Tables
import Testing

struct PairedTTests {
  @Test func `it agrees with arbitrary precision on every pair`() throws {
    for line in try Fixture("pairs.csv").lines where line["n"] != "1" {
      let (a, b) = try Fixture.pair(line)
      func number(_ name: String) -> Double { Double(line[name] ?? "") ?? .nan }
      let test = PairedT(a, b)
      guard line["t"] != "" else {
        #expect(test.t.isNaN && test.p.isNaN && test.interval() == nil, "\(line)")
        continue
      }
      #expect(agrees(test.mean, number("mean")), "\(line)")
      #expect(agrees(test.deviation, number("deviation")), "\(line)")
      #expect(agrees(test.t, number("t")), "\(line)")
      #expect(agrees(test.p, number("t_p")), "\(line)")
      let interval = try #require(test.interval())
      // An end near 0 is what cancellation leaves of the mean.
      let scale = max(abs(number("low")), abs(number("high")))
      #expect(abs(interval.lowerBound - number("low")) <= 1e-12 * scale, "\(line)")
      #expect(abs(interval.upperBound - number("high")) <= 1e-12 * scale, "\(line)")
    }
  }

  @Test func `one-sided p values agree with R`() {
    // R 4.2.2: t.test(x, y, paired = TRUE, alternative = ...), Hollander and Wolfe's depression
    // data
    let x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
    let y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    #expect(agrees(PairedT(x, y, alternative: .greater).p, 0.0080883137174540473))
    #expect(agrees(PairedT(x, y, alternative: .less).p, 0.99191168628254589))
    #expect(agrees(PairedT(x, y).p, 0.016176627434908095))
  }

  @Test func `differences that are all the same decimal have no answer`() {
    // As doubles they differ, and t would be of the order of 1e15.
    let test = PairedT([0.84, 0.9, 0.4], [0.79, 0.85, 0.35])
    #expect(test.mean == 0.05)
    #expect(test.t.isNaN && test.p.isNaN)
    #expect(PairedT([], []).p.isNaN)
    #expect(PairedT([1], [2]).p.isNaN)
  }

  @Test func `pairs without an answer do not count`() throws {
    let rows = [[0.2, 0.1, 0.3], [0.3, 0.2, 0.1], [0.4, 0.3, 0.5], [0.5, 0.4, 0.1]]
    let finding = try PairedT.run(on: blocks(rows), alpha: 0.05)
    #expect(try finding.table.column("p").first == Value.null)
    #expect(try finding.table.column("p_adjusted").first == Value.null)
  }
}
