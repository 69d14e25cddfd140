import Tables
import Testing
import Warehouse

@Suite struct FriedmanAggregatesTests {
  /// Five blocks of three treatments, with a tie; a sixth lacks one treatment.
  static let scores = """
    (VALUES (1, 'a', 0.9), (1, 'b', 0.8), (1, 'c', 0.7), (2, 'a', 0.85), (2, 'b', 0.86),
    (2, 'c', 0.6), (3, 'a', 0.7), (3, 'b', 0.7), (3, 'c', 0.65), (4, 'a', 0.95), (4, 'b', 0.9),
    (4, 'c', 0.8), (5, 'a', 0.6), (5, 'b', 0.5), (5, 'c', 0.55), (6, 'a', 0.1), (6, 'b', NULL),
    (6, 'c', 0.3))
    """
  private static let row = "(column1, column2, column3)"

  /// scipy 1.17.1: friedmanchisquare of the five complete blocks; mean ranks by rankdata. Here ties
  /// of the third block are corrected for, as there.
  @Test func `it agrees with scipy on the complete blocks`() throws {
    let lab = try Lab()
    let p = try #require(
      try lab.rows("SELECT friedman_p\(Self.row) FROM \(Self.scores)")[0][0].number)
    #expect(abs(p - 0.04978706836786384) < 1e-15)
    let row = try lab.rows(
      """
      WITH test AS (SELECT friedman\(Self.row) AS f FROM \(Self.scores))
      SELECT f ->> 'blocks', f ->> 'treatments', f ->> 'df', f ->> '$.mean_ranks.a',
        f ->> '$.mean_ranks.c', f ->> 'statistic', f ->> 'p', f ->> 'kendall_w',
        f ->> 'iman_davenport', f ->> 'f_p'
      FROM test
      """)[0]
    #expect(row[..<5] == [5, 3, 2, 1.3, 2.8])
    // By hand: W = chi2 / N(k-1), F = (N-1) chi2 / (N(k-1) - chi2), p of scipy's f.sf(6, 2, 8).
    let expected = [6.0, 0.04978706836786384, 0.6, 6.0, 0.0256]
    for (value, number) in zip(row[5...], expected) {
      #expect(abs(try #require(value.number) - number) < 1e-13)
    }
  }

  @Test(
    arguments: [
      "SELECT 1 AS b, 'a' AS t, 1 AS v WHERE false", "SELECT 1 AS b, 'a' AS t, 1 AS v",
      "SELECT 1 AS b, 'a' AS t, 1 AS v UNION ALL SELECT 2, 'b', 1",
      "SELECT 1 AS b, 'a' AS t, 1 AS v UNION ALL SELECT 1, 'b', 1",
      "SELECT 1 AS b, 'a' AS t, 1 AS v UNION ALL SELECT 1, 'b', NULL",
      "SELECT NULL AS b, 'a' AS t, 1 AS v UNION ALL SELECT 1, 'b', 2",
    ])
  func `too little data gives NULL`(rows: String) throws {
    let found = try Lab().rows("SELECT friedman_p(b, t, v), friedman(b, t, v) FROM (\(rows))")
    #expect(found == [[.null, .null]])
  }

  @Test func `one block has ranks and no F`() throws {
    let rows = "SELECT 1 AS b, 'a' AS t, 1 AS v UNION ALL SELECT 1, 'b', 2"
    let found = try Lab().rows(
      "SELECT friedman(b, t, v) ->> 'statistic', friedman(b, t, v) ->> 'f_p' FROM (\(rows))")
    #expect(found == [[1.0, .null]])
  }

  @Test(
    arguments: [
      ("1", "friedman_p: two values of a on 1: average seeds and folds first"),
      ("'x'", "friedman_p takes numbers, not \"x\""),
      ("-1e999", "friedman_p takes finite numbers, not -inf: leave it NULL or put a finite one"),
    ])
  func `what cannot be ranked is an error in words`(value: String, message: String) throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) {
      try lab.rows(
        "SELECT friedman_p(b, t, v) FROM (SELECT 1 AS b, 'a' AS t, 1 AS v UNION ALL "
          + "SELECT 1, 'a', \(value))")
    }
    #expect(error?.description == message)
  }
}
