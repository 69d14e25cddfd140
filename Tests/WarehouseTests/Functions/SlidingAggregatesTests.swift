import Statistics
import Tables
import Testing
import Warehouse

@Suite struct SlidingAggregatesTests {
  /// A number or nil, and its row; many are equal.
  private static let values: [Double?] = {
    var random = SplitMix64(seed: 5)
    return (0..<300).map { _ in
      let drawn = random.next() % 40
      return drawn == 0 ? nil : Double(drawn) / 4
    }
  }()

  private func lab() throws -> Lab {
    let lab = try Lab()
    let rows = Self.values.enumerated().map { "(\($0), \($1.map { "\($0)" } ?? "NULL"))" }
    try lab.execute("CREATE TABLE samples (place, x)")
    try lab.execute("INSERT INTO samples VALUES \(rows.joined(separator: ", "))")
    return lab
  }

  @Test(arguments: [
    ("ROWS BETWEEN 9 PRECEDING AND CURRENT ROW", 9, 0),
    ("ROWS BETWEEN 3 PRECEDING AND 4 FOLLOWING", 3, 4),
    ("ROWS UNBOUNDED PRECEDING", 300, 0),
    ("ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING", 0, 300),
    ("ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING", 300, 300),
  ])
  func `each frame has the statistics of its rows`(frame: String, before: Int, after: Int) throws {
    let found = try lab().rows(
      """
      SELECT median(x) OVER frame, quantile(x, 0.9) OVER frame, iqr(x) OVER frame, mad(x) OVER frame
      FROM samples WINDOW frame AS (ORDER BY place \(frame)) ORDER BY place
      """)
    for place in Self.values.indices {
      let part = max(0, place - before)...min(Self.values.count - 1, place + after)
      let naive = Self.values[part].compactMap(\.self)
      let expected = [
        median(of: naive), quantile(0.9, of: naive), interquartileRange(of: naive),
        medianAbsoluteDeviation(of: naive),
      ]
      #expect(found[place] == expected.map { $0.map(Value.real) ?? .null })
    }
  }

  @Test func `a frame without a number is NULL`() throws {
    let found = try Lab().rows(
      """
      SELECT median(column2) OVER (ORDER BY column1 ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING)
      FROM (VALUES (1, 4), (2, 6), (3, NULL))
      """)
    #expect(found == [[6.0], [.null], [.null]])
  }

  @Test func `a hundred thousand rows slide`() throws {
    let found = try Lab().rows(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      SELECT sum(m), max(d) FROM (
        SELECT median(i) OVER frame AS m, mad(i) OVER frame AS d FROM n
        WINDOW frame AS (ORDER BY i ROWS BETWEEN 1000 PRECEDING AND 1000 FOLLOWING))
      """)
    // Medians are i within, and run from 501 up to 99,500 at the ends, symmetrically about 50,000.5.
    #expect(found == [[5_000_050_000.0, 500.0]])
  }

  @Test func `what is no order statistic does not slide`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) { try lab.rows("SELECT stddev(1) OVER ()") }
    #expect(error?.description == "stddev() may not be used as a window function")
  }
}
