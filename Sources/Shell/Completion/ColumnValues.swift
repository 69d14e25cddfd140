internal import SQLSyntax
internal import Tables
internal import Warehouse

/// The values that columns of few values hold, found without reading a large table.
///
/// A column of a view is looked up where its values come from. There a CHECK lists them, or an index is
/// skipped through from each value to the next, or a small table is read, or the first rows of a large one
/// are a sample. What takes longer than a few milliseconds is given up.
final class ColumnValues {
  private var known: [SQLColumn.Origin: [Value]] = [:]
  private var version: [[Value]] = []

  /// More values than this are too many to choose from.
  private static let most = 1000
  private static let limit = Duration.milliseconds(8)
  /// Tables of no more rows are read whole; of others as many are a sample.
  private static let few = 5000

  /// The values of a column as SQL writes them; none where they are too many or not to be had quickly.
  func values(of column: SQLColumn.Origin, in catalog: Catalog, _ store: Store) -> [String] {
    let now = (try? Self.version(of: store)) ?? []
    if now != version { (known, version) = ([:], now) }
    if let relation = catalog.find(column.table),
      let checked = checkedValues(in: relation.sql)[column.column]
    {
      return checked
    }
    let values = known[column] ?? (try? find(column, in: catalog, store)) ?? []
    known[column] = values
    return values.compactMap(literal)
  }

  /// Something that changes whenever the warehouse does.
  private static func version(of store: Store) throws -> [[Value]] {
    try store.table("SELECT data_version, total_changes() FROM pragma_data_version").rows
  }

  private func find(
    _ column: SQLColumn.Origin, in catalog: Catalog, _ store: Store
  ) throws -> [Value]? {
    guard let relation = catalog.find(column.table) else { return nil }
    let (name, table) = (sqlName(column.column), sqlName(relation.name))
    let isSmall = relation.lastRow.map { $0 <= Self.few } ?? false
    let sql =
      if relation.indexed.contains(column.column), !isSmall {
        """
        WITH RECURSIVE v (x) AS (
          SELECT min(\(name)) FROM \(table)
          UNION ALL
          SELECT (SELECT min(\(name)) FROM \(table) WHERE \(name) > x) FROM v WHERE x IS NOT NULL
          LIMIT \(Self.most + 1))
        SELECT x FROM v WHERE x IS NOT NULL
        """
      } else if isSmall || relation.isView {
        "SELECT DISTINCT \(name) FROM \(table) ORDER BY 1 LIMIT \(Self.most + 1)"
      } else {
        """
        SELECT DISTINCT \(name) FROM (SELECT \(name) FROM \(table) LIMIT \(Self.few))
        ORDER BY 1 LIMIT \(Self.most + 1)
        """
      }
    let found = try store.glance(sql, within: Self.limit)?.rows.compactMap(\.first) ?? []
    // A sample in which hardly any value comes twice is of a column of many values.
    let most = isSmall || relation.indexed.contains(column.column) ? Self.most : Self.few / 50
    return found.count <= most ? found : []
  }

  /// A value as SQL writes it; nil for what could not be typed: NULL, blobs, control characters, long
  /// texts.
  private func literal(_ value: Value) -> String? {
    switch value {
    case .integer(let integer): return String(integer)
    case .real(let real): return real.isFinite ? "\(real)" : nil
    case .text(let text):
      return isTypeable(text) && text.count <= 80 ? sqlString(text) : nil
    case .null, .blob: return nil
    }
  }
}
