import Statistics
import Testing

struct ContestsTests {
  @Test func `wins, ties and losses`() throws {
    let contests = Contests(try blocks([[3, 1, 1], [0.9, 0.9, 0.5], [2, 5, .nan]]))
    #expect(contests.wins == [[0, 1, 2], [1, 0, 1], [0, 0, 0]])
    #expect(contests.ties == [[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    #expect(contests.winRate(0, 1) == 0.5)
    #expect(contests.winRate(1, 0) == 0.5)
    #expect(contests.winRate(0, 2) == 1)
    #expect(contests.count(0, 2) == 2)
    #expect(contests.winRate(0) == 3.5 / 5)
  }

  @Test func `win rates agree with the reference, incomplete blocks and all`() throws {
    for line in try Fixture("ratings.csv").lines {
      let contests = Contests(try Fixture.blocks(of: line["case"] ?? ""))
      for (treatment, rate) in numbers(line["win_rates"]).enumerated() {
        #expect(agrees(try #require(contests.winRate(treatment)), rate), "\(line)")
      }
    }
  }

  @Test func `the direction decides who wins`() throws {
    let rows = [[1.0, 2], [2, 3]]
    #expect(Contests(try blocks(rows)).wins == [[0, 0], [2, 0]])
    #expect(Contests(try blocks(rows, better: .lower)).wins == [[0, 2], [0, 0]])
  }

  @Test func `who never met has no rate`() throws {
    let contests = Contests(try blocks([[1, .nan], [.nan, 2]]))
    #expect(contests.winRate(0, 1) == nil)
    #expect(contests.winRate(0) == nil)
    #expect(Contests(try blocks([])).wins.isEmpty)
  }
}
