import Statistics
import Testing

struct AdjustmentTests {
  @Test func `every method agrees with R and with arbitrary precision`() throws {
    for line in try Fixture("adjustments.csv").lines {
      let (p, expected) = (numbers(line["p"]), numbers(line["adjusted"]))
      let treatments = Int(line["treatments"] ?? "")
      guard let method = Adjustment(rawValue: line["method"] ?? "") else { continue }
      let adjusted = try method.adjust(p, allPairsOf: treatments)
      #expect(zip(adjusted, expected).allSatisfy { agrees($0, $1) }, "\(line) \(adjusted)")
      #expect(adjusted.count == expected.count)
    }
  }

  @Test func `Bergmann and Hommel's agrees with arbitrary precision, and ascending with scmamp`()
    throws
  {
    for line in try Fixture("adjustments.csv").lines where line["treatments"] != "" {
      let (p, expected) = (numbers(line["p"]), numbers(line["adjusted"]))
      let treatments = try #require(Int(line["treatments"] ?? ""))
      switch line["method"] {
      case "bergmann_hommel":
        let adjusted = try Adjustment.bergmann.adjust(p, allPairsOf: treatments)
        #expect(zip(adjusted, expected).allSatisfy { agrees($0, $1) }, "\(line)")
      case "bergmann_hommel_monotone":
        // scmamp raises equal p values by the order they stand in, so that ties tell nothing.
        let adjusted = BergmannHommel(p, treatments: treatments).ascending
        for (index, value) in adjusted.enumerated() where p.count(where: { $0 == p[index] }) == 1 {
          #expect(agrees(value, expected[index]), "\(line)")
        }
      default: break
      }
    }
  }

  @Test func `the examples`() throws {
    let p = [0.01, 0.04, 0.03, 0.005]
    #expect(bonferroni(p) == [0.04, 0.16, 0.12, 0.02])
    #expect(hochberg(p) == [0.03, 0.04, 0.04, 0.02])
    #expect(hommel(p) == [0.03, 0.04, 0.04, 0.02])
    #expect(benjaminiHochberg(p) == [0.02, 0.04, 0.04, 0.02])
    #expect(try Adjustment.none.adjust(p, allPairsOf: nil) == p)
  }

  @Test(arguments: Adjustment.allCases)
  func `what was not compared stays and does not count`(_ method: Adjustment) throws {
    let p = [0.01, .nan, 0.2]
    let adjusted = try method.adjust(p, allPairsOf: 3)
    #expect(adjusted[1].isNaN)
    // Of three pairs of three treatments two may be compared: one rejected, the other may be true.
    guard method != .bergmann else { return }
    let two = try method.adjust([0.01, 0.2], allPairsOf: method == .shaffer ? 3 : nil)
    #expect([adjusted[0], adjusted[2]] == two)
  }

  @Test(arguments: Adjustment.allCases)
  func `few p values are few`(_ method: Adjustment) throws {
    #expect(try method.adjust([], allPairsOf: 1).isEmpty)
    #expect(try method.adjust([0.3], allPairsOf: 2) == [0.3])
    let ones = try method.adjust([1, 1, 1], allPairsOf: 3)
    #expect(ones == [1, 1, 1])
  }

  @Test func `no adjustment is below p, and the sharper ones are below the blunter`() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<50 {
      let p = (0..<15).map { _ in Double.random(in: 0..<0.2, using: &random) }
      func adjusted(_ method: Adjustment) throws -> [Double] {
        try method.adjust(p, allPairsOf: 6)
      }
      let chain: [Adjustment] = [.none, .bergmann, .shaffer, .holm, .bonferroni]
      for (sharp, blunt) in zip(chain, chain.dropFirst()) {
        let (low, high) = (try adjusted(sharp), try adjusted(blunt))
        #expect(zip(low, high).allSatisfy { $0 <= $1 * (1 + 1e-15) }, "\(sharp) \(blunt)")
      }
      let (bh, hommel, hochberg) = (
        try adjusted(.bh), try adjusted(.hommel), try adjusted(.hochberg)
      )
      #expect(zip(bh, hommel).allSatisfy { $0 <= $1 * (1 + 1e-15) })
      #expect(zip(hommel, hochberg).allSatisfy { $0 <= $1 * (1 + 1e-15) })
    }
  }

  @Test func `logic is for all pairs and not too many`() {
    #expect(throws: StatisticsError.needsAllPairs("shaffer")) {
      try Adjustment.shaffer.adjust([0.1, 0.2], allPairsOf: nil)
    }
    #expect(throws: StatisticsError.tooManyTreatments(13, most: 12, "bergmann")) {
      try Adjustment.bergmann.adjust([Double](repeating: 0.1, count: 78), allPairsOf: 13)
    }
  }
}
