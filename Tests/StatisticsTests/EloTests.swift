import Statistics
import Testing

struct EloTests {
  @Test func `ratings agree with arbitrary precision`() throws {
    var random = SplitMix64(seed: 91)
    for line in try Fixture("ratings.csv").lines where line["has_maximum"] == "yes" {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      guard blocks.incomplete.isEmpty else { continue }
      let elo = try Elo(blocks, resamples: 1, using: &random)
      #expect(zip(elo.ratings, numbers(line["elo"])).allSatisfy { agrees($0.rating, $1) })
    }
  }

  @Test func `TabArena's are near, which a ridge holds back`() throws {
    // bencheval @84093d63, ridge C = 1e6, and half widths of 200 resamples
    let expected = [
      994.0497302239969, 942.6043357007026, 1062.0947791739115, 1101.4541534286734,
      901.8243350077307, 1030.0868184210806, 1037.6472398697613, 930.2386081741429,
    ]
    let above = [67.4, 100.5, 73.4, 55.0, 83.4, 86.1, 80.5, 53.9]
    let below = [73.0, 108.9, 64.9, 50.4, 97.6, 83.0, 50.1, 51.8]
    var random = SplitMix64(seed: 92)
    let elo = try Elo(tabArena(), resamples: 200, using: &random)
    #expect(elo.fit == .maximumLikelihood)
    for (place, rating) in elo.ratings.enumerated() {
      #expect(abs(rating.rating - expected[place]) < 0.5)
      let interval = try #require(rating.interval)
      let width = (above[place] + below[place]) / 2
      #expect(abs((interval.upper - interval.lower) / 2 - width) < 0.25 * width)
    }
  }

  @Test func `who wins all is rated by virtual ties, in resamples too`() throws {
    var random = SplitMix64(seed: 93)
    let elo = try Elo(blocks((1...9).map { [Double($0) + 1, Double($0)] }), using: &random)
    #expect(elo.fit == .virtualTies)
    #expect(elo.undefined == 0)
    #expect(elo.ratings[0].rating < 2000)
    #expect(elo.ratings[0].interval?.lower == elo.ratings[0].rating)
  }

  @Test func `resamples without a maximum are counted`() throws {
    var random = SplitMix64(seed: 94)
    let elo = try Elo(blocks([[1, 2], [2, 1], [2, 1]]), resamples: 500, using: &random)
    // All three the same way: (1 + 8) / 27
    #expect((120...215).contains(elo.undefined))
  }

  @Test func `ratings do not depend on order and names`() throws {
    var (one, other) = (SplitMix64(seed: 95), SplitMix64(seed: 95))
    let rows = [[0.1, 0.5, 0.3], [0.4, 0.2, 0.3], [0.2, 0.6, 0.7], [0.9, 0.1, 0.2]]
    let there = try Elo(blocks(rows), using: &one).ratings.map(\.rating)
    let back = try Elo(blocks(rows.reversed().map { $0.reversed() }), using: &other)
    #expect(zip(there, back.ratings.reversed()).allSatisfy { agrees($0, $1.rating) })
  }
}

/// 30 errors of eight classifiers, out of the tsml evaluation of 2023.
func tabArena() throws -> Blocks {
  try Blocks(
    Fixture("tabarena.csv").lines.map { line in
      Blocks.Observation(
        block: line["block"] ?? "", treatment: line["treatment"] ?? "",
        value: Double(line["error"] ?? "") ?? .nan)
    }, better: .lower)
}
