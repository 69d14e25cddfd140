internal import GRDBSQLite
internal import Tables

extension SQLTableFunction {
  /// Makes the function known on a connection: a virtual table that needs no CREATE, whose hidden
  /// columns are the parameters.
  ///
  /// **Source**: https://sqlite.org/vtab.html#table_valued_functions
  func add(to connection: OpaquePointer) {
    let registered = Registered(self)
    let code = sqlite3_create_module_v2(
      connection, name, registered.module, Unmanaged.passRetained(registered).toOpaque(), forget)
    precondition(code == SQLITE_OK, "SQLite takes the table \(name)")
  }

  fileprivate var declaration: String {
    let hidden = parameters.map { "\($0) HIDDEN" }
    return "CREATE TABLE x(\((columns + hidden).joined(separator: ", ")))"
  }
}

/// A function, as SQLite holds it for as long as its connection is open.
private final class Registered {
  let function: SQLTableFunction
  let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)

  init(_ function: SQLTableFunction) {
    self.function = function
    var methods = sqlite3_module()
    methods.xConnect = { db, function, _, _, table, _ in connect(db, function, table) }
    methods.xBestIndex = { plan($0, $1) }
    methods.xDisconnect = { disconnect($0) }
    methods.xOpen = { open($0, $1) }
    methods.xClose = { close($0) }
    methods.xFilter = { cursor, given, _, _, values in filter(cursor, given, values) }
    methods.xNext = { advance($0) }
    methods.xEof = { isAtEnd($0) }
    methods.xColumn = { column($0, $1, $2) }
    methods.xRowid = { rowid($0, $1) }
    module.initialize(to: methods)
  }

  deinit {
    module.deallocate()
  }
}

private func forget(_ function: UnsafeMutableRawPointer?) {
  function.map { Unmanaged<Registered>.fromOpaque($0).release() }
}

// MARK: The table

/// What SQLite calls a table; the part that it knows comes first.
private struct Connected {
  var base = sqlite3_vtab()
  let function: SQLTableFunction
  let connection: OpaquePointer

  static func behind(_ table: UnsafeMutablePointer<sqlite3_vtab>) -> UnsafeMutablePointer<Self> {
    UnsafeMutableRawPointer(table).assumingMemoryBound(to: Self.self)
  }
}

private func connect(
  _ connection: OpaquePointer?, _ function: UnsafeMutableRawPointer?,
  _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
) -> Int32 {
  guard let connection, let function else { return SQLITE_ERROR }
  let registered = Unmanaged<Registered>.fromOpaque(function).takeUnretainedValue()
  let code = sqlite3_declare_vtab(connection, registered.function.declaration)
  guard code == SQLITE_OK else { return code }
  let table = UnsafeMutablePointer<Connected>.allocate(capacity: 1)
  table.initialize(to: Connected(function: registered.function, connection: connection))
  result?.pointee = UnsafeMutableRawPointer(table).assumingMemoryBound(to: sqlite3_vtab.self)
  return SQLITE_OK
}

private func disconnect(_ table: UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 {
  guard let table = table.map(Connected.behind) else { return SQLITE_ERROR }
  table.deinitialize(count: 1)
  table.deallocate()
  return SQLITE_OK
}

/// Asks for the arguments, and notes which of them there are: a bit each.
private func plan(
  _ table: UnsafeMutablePointer<sqlite3_vtab>?, _ info: UnsafeMutablePointer<sqlite3_index_info>?
) -> Int32 {
  guard let table, let info else { return SQLITE_ERROR }
  let function = Connected.behind(table).pointee.function
  var places = [Int?](repeating: nil, count: function.parameters.count)
  for number in 0..<Int(info.pointee.nConstraint) {
    let constraint = info.pointee.aConstraint[number]
    let parameter = Int(constraint.iColumn) - function.columns.count
    guard parameter >= 0, Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ else { continue }
    // What comes from a table further inside a join must come first.
    guard constraint.usable != 0 else { return SQLITE_CONSTRAINT }
    places[parameter] = number
  }
  var given: Int32 = 0
  for (parameter, place) in places.enumerated() {
    guard let place else { continue }
    info.pointee.aConstraintUsage[place].argvIndex = Int32(given.nonzeroBitCount + 1)
    info.pointee.aConstraintUsage[place].omit = 1
    given |= 1 << Int32(parameter)
  }
  info.pointee.idxNum = given
  info.pointee.estimatedCost = 1_000_000
  return SQLITE_OK
}

// MARK: Its rows

/// What SQLite calls a cursor; the part that it knows comes first.
private struct Reading {
  var base = sqlite3_vtab_cursor()
  var arguments: [Value] = []
  var rows: [[Value]] = []
  var row = 0

  static func behind(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>
  ) -> UnsafeMutablePointer<Self> {
    UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: Self.self)
  }
}

private func open(
  _ table: UnsafeMutablePointer<sqlite3_vtab>?,
  _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
) -> Int32 {
  let cursor = UnsafeMutablePointer<Reading>.allocate(capacity: 1)
  cursor.initialize(to: Reading())
  result?.pointee = UnsafeMutableRawPointer(cursor).assumingMemoryBound(
    to: sqlite3_vtab_cursor.self)
  return SQLITE_OK
}

private func close(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
  guard let cursor = cursor.map(Reading.behind) else { return SQLITE_ERROR }
  cursor.deinitialize(count: 1)
  cursor.deallocate()
  return SQLITE_OK
}

/// Makes the rows for the arguments that ``plan(_:_:)`` has asked for.
private func filter(
  _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ given: Int32,
  _ values: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let cursor, let table = cursor.pointee.pVtab else { return SQLITE_ERROR }
  let connected = Connected.behind(table).pointee
  let function = connected.function
  var next = 0
  let arguments = function.parameters.indices.map { parameter -> Value in
    guard given >> Int32(parameter) & 1 == 1, let value = values?[next] else { return .null }
    next += 1
    return Value(argument: value)
  }
  let source = SQLSource(function: function.name, connection: connected.connection)
  do {
    let rows = try function.rows(arguments, source)
    Reading.behind(cursor).pointee.arguments = arguments
    Reading.behind(cursor).pointee.rows = rows
    Reading.behind(cursor).pointee.row = 0
    return SQLITE_OK
  } catch {
    let fault = error as? SQLFunctionError
    sqlite3_free(table.pointee.zErrMsg)
    table.pointee.zErrMsg = message(fault?.message ?? "\(error)")
    return fault?.isInterruption == true ? SQLITE_INTERRUPT : SQLITE_ERROR
  }
}

private func advance(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
  guard let cursor else { return SQLITE_ERROR }
  Reading.behind(cursor).pointee.row += 1
  return SQLITE_OK
}

private func isAtEnd(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
  guard let reading = cursor.map(Reading.behind) else { return 1 }
  return reading.pointee.row < reading.pointee.rows.count ? 0 : 1
}

private func column(
  _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ context: OpaquePointer?, _ column: Int32
) -> Int32 {
  guard let reading = cursor.map(Reading.behind) else { return SQLITE_ERROR }
  let values = reading.pointee.rows[reading.pointee.row] + reading.pointee.arguments
  values[Int(column)].answer(context)
  return SQLITE_OK
}

private func rowid(
  _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ id: UnsafeMutablePointer<Int64>?
) -> Int32 {
  guard let reading = cursor.map(Reading.behind) else { return SQLITE_ERROR }
  id?.pointee = Int64(reading.pointee.row + 1)
  return SQLITE_OK
}

/// A copy of `text` that SQLite frees.
private func message(_ text: String) -> UnsafeMutablePointer<CChar>? {
  text.withCString { start in
    let size = text.utf8.count + 1
    let copy = sqlite3_malloc64(UInt64(size))?.assumingMemoryBound(to: CChar.self)
    copy?.update(from: start, count: size)
    return copy
  }
}
