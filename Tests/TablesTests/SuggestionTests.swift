import Testing

@testable import Tables

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("frmework", "framework"), ("tabels", "tables"), ("LEADERBORD", "leaderboard"), ("fro", nil),
    ("xyz", nil), ("mod", "mode"), ("", nil), ("x", nil),
  ])
  func `the nearest name is meant`(word: String, meant: String?) {
    let names = ["framework", "failed", "tables", "leaderboard", "mode"]
    #expect(suggestion(for: word, among: names) == meant)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("ca", "abc", 3), ("same", "same", 0),
  ])
  func `a swap of neighbours counts one`(a: String, b: String, distance: Int) {
    #expect(editDistance(Array(a), Array(b)) == distance)
  }
}
