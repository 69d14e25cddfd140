internal import Tables

/// Some rows of a table, by which to tell how many share a value.
struct TableSample {
  /// How many rows the table has, about.
  let rows: Int
  private let columns: [String: [Value]]

  /// Rows that are read at most.
  static let size = 10_000
  /// Distances from the first row number to the last over which places are computed: beyond 2⁵³ a
  /// double does not tell them apart.
  private static let places = Int64(size)..<1 << 53

  /// Reads `columns` of rows that lie all over the table.
  ///
  /// Places follow the golden ratio: even, and in step with nothing that repeats in the table.
  init(of table: String, columns: [String], in store: Store) throws {
    let name = quoted(table)
    let list = columns.map(quoted).joined(separator: ", ")
    let bounds = try? store.table("SELECT min(rowid), max(rowid) FROM \(name)").rows.first
    let sample: Table
    if case .integer(let first)? = bounds?[0], case .integer(let last)? = bounds?[1],
      case (let span, let isWider) = last.subtractingReportingOverflow(first),
      !isWider, Self.places.contains(span)
    {
      sample = try store.table(
        """
        WITH RECURSIVE place(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM place WHERE i < \(Self.size - 1))
        SELECT \(list) FROM \(name)
        WHERE rowid IN (
          SELECT CAST(\(first) + \(span) * (i * 0.6180339887498949 - CAST(i * 0.6180339887498949 AS INTEGER)) AS INTEGER)
          FROM place)
        """)
      // As many places as hold a row, of all there are.
      rows = Int(Double(span + 1) * Double(sample.rows.count) / Double(Self.size))
    } else {
      sample = try store.table("SELECT \(list) FROM \(name) LIMIT \(Self.size)")
      let count = try store.table("SELECT count(*) FROM \(name)").rows.first?.first
      rows = count?.number.map { Int($0) } ?? 0
    }
    var values: [String: [Value]] = [:]
    for (place, column) in columns.enumerated() { values[column] = sample.rows.map { $0[place] } }
    self.columns = values
  }

  /// Rows that share their values in `key`, on average, at least one.
  ///
  /// Values seen once in a sample of a share *q* of the rows stand for 1/√*q* values.
  ///
  /// **Source**: the guaranteed-error estimator, Charikar et al. 2000, "Towards estimation error
  /// guarantees for distinct values".
  func rowsPerValue(of key: [String]) -> Int {
    let lists = key.map { columns[$0] ?? [] }
    let seen = lists.map(\.count).min() ?? 0
    guard seen > 0 else { return 1 }
    var counts: [[Value]: Int] = [:]
    for row in 0..<seen { counts[lists.map { $0[row] }, default: 0] += 1 }
    let single = Double(counts.values.count { $0 == 1 })
    let scale = (Double(rows) / Double(seen)).squareRoot()
    let distinct = max(1, Double(counts.count) - single + single * max(1, scale))
    return max(1, Int((Double(rows) / distinct).rounded(.up)))
  }
}
