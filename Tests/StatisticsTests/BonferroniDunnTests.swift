import Statistics
import Testing

struct BonferroniDunnTests {
  @Test func `distances and p values agree with arbitrary precision`() throws {
    for line in try Fixture("control.csv").lines {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      for (alpha, name) in [(0.05, "distance_5"), (0.1, "distance_10")] {
        guard let distance = Double(line[name] ?? "") else { continue }
        let test = try BonferroniDunn(blocks, alpha: alpha, control: line["control"])
        #expect(agrees(test.criticalDistance, distance), "\(line)")
        let p = test.postHoc.comparisons.map(\.adjusted)
        #expect(zip(p, numbers(line["bonferroni"])).allSatisfy { agrees($0, $1) }, "\(line)")
      }
    }
  }

  @Test func `the best is the control, and the first of several that are best`() throws {
    let test = try BonferroniDunn(blocks([[1, 3, 3], [2, 5, 5]]), alpha: 0.05)
    #expect(test.postHoc.control == 1)
    let lower = try BonferroniDunn(blocks([[1, 3, 3], [2, 5, 5]], better: .lower), alpha: 0.05)
    #expect(lower.postHoc.control == 0)
  }

  @Test func `the sentence names the control`() throws {
    let blocks = try Fixture.blocks(of: "demsar-2006-table6-printed")
    #expect(
      try BonferroniDunn.run(on: blocks, alpha: 0.05).sentence
        == "1 of 3 pairs differs at 0.05: mean ranks, adjusted by Bonferroni, all against f04, "
        + "on 14 datasets, critical distance 1.17")
  }
}
