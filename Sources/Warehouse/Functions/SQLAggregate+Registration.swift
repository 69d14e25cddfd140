internal import GRDBSQLite
internal import Tables

extension SQLAggregate {
  /// Makes the function known on a connection.
  func add(to connection: OpaquePointer) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let function = Unmanaged.passRetained(Registered(self)).toOpaque()
    let code = sqlite3_create_window_function(
      connection, name, Int32(argumentCount), flags, function, step, finish,
      slides ? current : nil, slides ? stepBack : nil, forget)
    precondition(code == SQLITE_OK, "SQLite takes the function \(name)")
  }
}

/// A function, as SQLite holds it for as long as its connection is open.
private final class Registered {
  let aggregate: SQLAggregate

  init(_ aggregate: SQLAggregate) {
    self.aggregate = aggregate
  }

  static func behind(_ context: OpaquePointer?) -> Registered {
    Unmanaged<Registered>.fromOpaque(sqlite3_user_data(context)).takeUnretainedValue()
  }
}

/// The rows of one group or window so far, whose address stands in the room that SQLite keeps for it.
private final class Running {
  var accumulator: any Accumulator

  init(_ aggregate: SQLAggregate) {
    accumulator = aggregate.start()
  }

  /// What runs for `context`; made where there is none yet.
  static func behind(_ context: OpaquePointer?) -> Running? {
    guard let room = room(of: context, size: MemoryLayout<UnsafeRawPointer?>.size) else {
      return nil
    }
    if let running = room.pointee {
      return Unmanaged<Running>.fromOpaque(running).takeUnretainedValue()
    }
    let running = Running(Registered.behind(context).aggregate)
    room.pointee = Unmanaged.passRetained(running).toOpaque()
    return running
  }

  /// What ran for `context`, which SQLite forgets from now on; nil where no row came.
  static func ending(_ context: OpaquePointer?) -> Running? {
    guard let room = room(of: context, size: 0), let running = room.pointee else { return nil }
    room.pointee = nil
    return Unmanaged<Running>.fromOpaque(running).takeRetainedValue()
  }

  private static func room(
    of context: OpaquePointer?, size: Int
  ) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
    sqlite3_aggregate_context(context, Int32(size))?.assumingMemoryBound(
      to: UnsafeMutableRawPointer?.self)
  }
}

// MARK: SQLite's calls

private typealias Values = UnsafeMutablePointer<OpaquePointer?>

private func step(_ context: OpaquePointer?, _ count: Int32, _ values: Values?) {
  let name = Registered.behind(context).aggregate.name
  answering(context) { try Running.behind(context)?.accumulator.add(SQLArguments(name, values)) }
}

private func stepBack(_ context: OpaquePointer?, _ count: Int32, _ values: Values?) {
  let name = Registered.behind(context).aggregate.name
  answering(context) { try Running.behind(context)?.accumulator.remove(SQLArguments(name, values)) }
}

private func current(_ context: OpaquePointer?) {
  answering(context) { try Running.behind(context)?.accumulator.value().answer(context) }
}

private func finish(_ context: OpaquePointer?) {
  answering(context) {
    let running = Running.ending(context) ?? Running(Registered.behind(context).aggregate)
    try running.accumulator.value().answer(context)
  }
}

private func forget(_ function: UnsafeMutableRawPointer?) {
  function.map { Unmanaged<Registered>.fromOpaque($0).release() }
}

/// Calls `body`; what it throws is what SQLite answers with.
private func answering(_ context: OpaquePointer?, _ body: () throws -> Void) {
  do {
    try body()
  } catch let error as SQLFunctionError {
    sqlite3_result_error(context, error.message, -1)
  } catch {
    sqlite3_result_error(context, "\(error)", -1)
  }
}
