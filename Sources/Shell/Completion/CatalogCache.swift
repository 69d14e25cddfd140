internal import Tables
internal import Warehouse

/// The catalog of a store, read again when the schema has changed.
final class CatalogCache {
  private var catalog: Catalog?
  private var fingerprint: [[Value]] = []

  func catalog(of store: Store) throws -> Catalog {
    let now = try store.table(
      """
      SELECT schema_version, (SELECT group_concat(sql) FROM temp.sqlite_schema)
      FROM pragma_schema_version
      """
    ).rows
    if let catalog, now == fingerprint { return catalog }
    let read = try Catalog(of: store)
    (catalog, fingerprint) = (read, now)
    return read
  }
}
