internal import GRDB
internal import SchemaSQL

/// The files of `schema/`, applied in the order of their names, each once.
enum Migrations {
  /// How a database stands to the schema of this benchdb.
  enum State: Equatable {
    case current
    /// Its last migration; there are later ones.
    case older(last: String)
    /// Migrations that this benchdb does not know.
    case newer(unknown: [String])
    /// It is no warehouse.
    case foreign
  }

  static func state(of db: Database) throws -> State {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID,
      try db.tableExists("grdb_migrations")
    else { return .foreign }
    let known = migrator.migrations
    let applied = try migrator.appliedIdentifiers(db)
    let unknown = applied.subtracting(known)
    if !unknown.isEmpty { return .newer(unknown: unknown.sorted()) }
    if try migrator.hasCompletedMigrations(db) { return .current }
    return .older(last: applied.max() ?? "nothing")
  }

  static func apply(to queue: DatabaseQueue) throws {
    try migrator.migrate(queue)
  }

  /// "bnch", which `schema/0001-warehouse.sql` sets.
  private static let applicationID = 0x626e_6368

  private static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    for file in EmbeddedFiles.all {
      migrator.registerMigration(String(file.name.dropLast(".sql".count))) { db in
        try db.execute(sql: file.text)
      }
    }
    return migrator
  }()
}
