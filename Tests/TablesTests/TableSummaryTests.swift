import Testing

@testable import Tables

@Suite struct TableSummaryTests {
  @Test(arguments: [
    (10_800, 40, 16, 7, "10,800 rows (40 shown), 16 columns (7 shown)"),
    (1, 1, 1, 1, "1 row"), (0, 0, 3, 3, "0 rows"), (5, 5, 16, 7, "5 rows, 16 columns (7 shown)"),
    (1_234_567, 1_234_567, 2, 2, "1,234,567 rows"),
  ])
  func `counts are honest`(rows: Int, shown: Int, columns: Int, drawn: Int, text: String) {
    let summary = TableSummary(
      rows: rows, columns: columns, rowsShown: shown, columnsShown: drawn)
    #expect(summary.description == text)
  }

  @Test func `thousands are grouped`() {
    #expect(
      [0, 999, 1000, -1000, 100_000].map(grouped) == ["0", "999", "1,000", "-1,000", "100,000"])
  }
}
