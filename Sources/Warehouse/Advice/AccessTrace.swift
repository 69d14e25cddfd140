internal import GRDB
internal import GRDBSQLite

/// What a query asks of its tables: the columns that SQLite compares, orders by and reads.
///
/// Each table is stood in for by a virtual one without rows, which SQLite's planner tells what it would
/// look for. Views, joins and subqueries are taken apart by SQLite itself.
///
/// **Source**: the method of `sqlite3_expert` (https://sqlite.org/cli.html#index_recommendations_sqlite_expert_).
final class AccessTrace {
  /// One way to reach the rows of a table, columns by their place in it.
  struct Access: Hashable {
    var table: String
    var equal: [Int] = []
    var range: [Int] = []
    var order: [Int] = []
    /// All columns that are read, the others included.
    var read: [Int] = []
  }

  /// The columns of each table, to be declared to SQLite as SQL writes them.
  private let declarations: [String: String]
  private let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
  private(set) var accesses: [Access] = []

  /// - Parameter declarations: `a TEXT, b REAL COLLATE NOCASE` by table.
  init(declarations: [String: String]) {
    self.declarations = declarations
    var methods = sqlite3_module()
    methods.xCreate = { db, context, _, words, table, _ in makeStandIn(db, context, words, table) }
    methods.xConnect = { db, context, _, words, table, _ in makeStandIn(db, context, words, table) }
    methods.xBestIndex = { note($1, for: $0) }
    methods.xDisconnect = { dropStandIn($0) }
    methods.xDestroy = { dropStandIn($0) }
    module.initialize(to: methods)
  }

  deinit {
    module.deallocate()
  }

  /// Puts a stand-in for each table into `db`, which must be closed before this is gone.
  func stand(in db: Database) throws {
    let name = "benchdb_trace"
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_create_module_v2(db.sqliteConnection, name, module, context, nil)
    for table in declarations.keys.sorted() {
      try db.execute(sql: "CREATE VIRTUAL TABLE \(quoted(table)) USING \(name)")
    }
  }

  fileprivate func declaration(of table: String) -> String? { declarations[table] }

  fileprivate func add(_ access: Access) {
    if !accesses.contains(access) { accesses.append(access) }
  }
}

/// A name as SQL takes any.
func quoted(_ name: String) -> String {
  "\"" + name.replacing("\"", with: "\"\"") + "\""
}

// MARK: SQLite's calls

/// A stand-in, as SQLite's callbacks find it behind the part that SQLite knows.
private final class StandIn {
  let table: String
  let trace: AccessTrace

  init(_ table: String, _ trace: AccessTrace) {
    self.table = table
    self.trace = trace
  }

  static func behind(_ table: UnsafeMutablePointer<sqlite3_vtab>) -> UnsafeMutablePointer<
    Unmanaged<StandIn>
  > {
    UnsafeMutableRawPointer(table + 1).assumingMemoryBound(to: Unmanaged<StandIn>.self)
  }
}

private func makeStandIn(
  _ db: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ words: UnsafePointer<UnsafePointer<CChar>?>?,
  _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
) -> Int32 {
  guard let context, let word = words?[2] else { return SQLITE_ERROR }
  let trace = Unmanaged<AccessTrace>.fromOpaque(context).takeUnretainedValue()
  let name = String(cString: word)
  guard let columns = trace.declaration(of: name) else { return SQLITE_ERROR }
  let code = sqlite3_declare_vtab(db, "CREATE TABLE x(\(columns))")
  guard code == SQLITE_OK else { return code }
  // Room for two: the second is where the stand-in stands.
  let table = UnsafeMutablePointer<sqlite3_vtab>.allocate(capacity: 2)
  table.initialize(repeating: sqlite3_vtab(), count: 2)
  StandIn.behind(table).initialize(to: .passRetained(StandIn(name, trace)))
  result?.pointee = table
  return SQLITE_OK
}

private func dropStandIn(_ table: UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 {
  guard let table else { return SQLITE_ERROR }
  StandIn.behind(table).pointee.release()
  table.deallocate()
  return SQLITE_OK
}

/// Writes down what SQLite looks for, and lets it look further: the more is usable, the less it costs.
private func note(
  _ info: UnsafeMutablePointer<sqlite3_index_info>?, for table: UnsafeMutablePointer<sqlite3_vtab>?
) -> Int32 {
  guard let info, let table else { return SQLITE_ERROR }
  let standIn = StandIn.behind(table).pointee.takeUnretainedValue()
  var access = AccessTrace.Access(table: standIn.table)
  var used: Int32 = 0
  for number in 0..<Int(info.pointee.nConstraint) {
    let constraint = info.pointee.aConstraint[number]
    guard constraint.usable != 0, constraint.iColumn >= 0 else { continue }
    let column = Int(constraint.iColumn)
    switch Int32(constraint.op) {
    case SQLITE_INDEX_CONSTRAINT_EQ, SQLITE_INDEX_CONSTRAINT_IS, SQLITE_INDEX_CONSTRAINT_ISNULL:
      access.equal.append(column)
    case SQLITE_INDEX_CONSTRAINT_GT, SQLITE_INDEX_CONSTRAINT_GE, SQLITE_INDEX_CONSTRAINT_LT,
      SQLITE_INDEX_CONSTRAINT_LE:
      access.range.append(column)
    default: continue
    }
    used += 1
    info.pointee.aConstraintUsage[number].argvIndex = used
  }
  let order = (0..<Int(info.pointee.nOrderBy)).map { info.pointee.aOrderBy[$0] }
  // An index runs one way; of columns that do not agree on it, it serves none.
  if order.allSatisfy({ $0.iColumn >= 0 && $0.desc == order[0].desc }) {
    access.order = order.map { Int($0.iColumn) }
  }
  access.read = (0..<63).filter { info.pointee.colUsed >> UInt64($0) & 1 == 1 }
  access.equal = Array(Set(access.equal)).sorted()
  access.range = Array(Set(access.range).subtracting(access.equal)).sorted()
  info.pointee.estimatedCost = 1_000_000 / Double(used + 1)
  standIn.trace.add(access)
  return SQLITE_OK
}
