import Testing

@testable import LineEditing

@Suite struct HistorySearchTests {
  private func found(_ sought: String, in history: [String]) -> [String] {
    var search = HistorySearch(history)
    search.seek(sought)
    return search.matches.map { history[$0.entry] }
  }

  @Test func `letters side by side come first, among equals the newest`() {
    let history = ["from runs;", "r_u_n;", "no;", "RUNS;"]
    #expect(found("run", in: history) == ["RUNS;", "from runs;", "r_u_n;"])
  }

  @Test func `words may stand in any order, and all must be there`() {
    let history = ["select auc from results;", "select acc from results;"]
    #expect(found("res auc", in: history) == ["select auc from results;"])
  }

  @Test func `letters too far apart are no match`() {
    #expect(found("sr", in: ["select all from results;"]).isEmpty)
    #expect(found("ldrbrd", in: ["from leaderboard;"]).count == 1)
  }

  @Test func `nothing is found for nothing, in nothing, or beyond the end`() {
    #expect(found("", in: ["a"]).isEmpty)
    #expect(found(" ", in: ["a"]).isEmpty)
    #expect(found("a", in: []).isEmpty)
    #expect(found("ab", in: ["a", ""]).isEmpty)
  }

  @Test func `the closest place of the letters is marked`() {
    var search = HistorySearch(["a_b ab"])
    search.seek("ab")
    #expect(search.match?.ranges == [4..<5, 5..<6])
  }

  @Test func `steps stop at the ends`() {
    var search = HistorySearch(["a", "ab"])
    search.seek("a")
    search.step(-1)
    #expect(search.counter == " 1/2> ")
    for _ in 0..<3 { search.step(1) }
    #expect(search.counter == " 2/2> ")
  }
}
