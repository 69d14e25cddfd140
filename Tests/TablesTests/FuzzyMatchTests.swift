import Testing

@testable import Tables

@Suite struct FuzzyMatchTests {
  @Test func `letters are found in their order, without case`() {
    #expect(FuzzyMatch(of: "lbrd", in: "leaderboard")?.positions == [0, 6, 9, 10])
    #expect(FuzzyMatch(of: "LB", in: "leaderboard") != nil)
    #expect(FuzzyMatch(of: "bl", in: "leaderboard") == nil)
    #expect(FuzzyMatch(of: "", in: "x")?.positions == [])
    #expect(FuzzyMatch(of: "x", in: "") == nil)
  }

  /// The first of each is what a person would expect before the second.
  @Test(arguments: [
    ("f", "framework", "offset"), ("run", "runs", "current_runs"), ("fr", "framework", "fold_rank"),
    ("di", "dataset_id", "median"), ("rid", "run_id", "framework_id"), ("f1", "f1", "f12"),
    ("board", "leaderboard", "blob_card"), ("id", "id", "dataset_id"),
  ])
  func `what starts words and follows at once is better`(
    _ word: String, _ better: String, _ worse: String
  ) {
    let scores = [better, worse].map { FuzzyMatch(of: word, in: $0)?.score ?? 0 }
    #expect(scores[0] > scores[1])
  }
}
