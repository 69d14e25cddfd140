internal import Tables
internal import Warehouse

extension REPL {
  /// Runs one SQL statement and shows what it gives.
  ///
  /// It is kept for `.edit`; if it only asked, for `.last` and all that looks at the last result too.
  func query(_ sql: String) throws {
    lastStatement = sql
    if settings.plan, let plan = try plan(of: sql, colours: false) {
      world.say(plan)
    }
    guard let columns = try show(sql) else { return }
    lastQuery = sql
    lastColumns = columns
  }

  /// Runs `sql` and shows its result, with `adjust` having the last word on how.
  ///
  /// - Parameters:
  ///   - bindings: values by name; those of `.param` stand for all others.
  ///   - isWhole: whether every row is shown, by way of the pager where they are many.
  /// - Returns: the columns, if it gave some and changed nothing.
  @discardableResult
  func show(
    _ sql: String, bindings: [String: Value] = [:], isWhole: Bool = false,
    adjust: (inout DisplayOptions) -> Void = { _ in }
  ) throws -> [String]? {
    let bindings = parameters.merging(bindings) { $1 }
    return try received { try print(sql, bindings, isWhole: isWhole, adjust: adjust) }
  }

  private func print(
    _ sql: String, _ bindings: [String: Value], isWhole: Bool,
    adjust: (inout DisplayOptions) -> Void
  ) throws -> (rows: Int?, columns: [String]?) {
    let start = world.now()
    let before = try changes()
    let format = try format()
    var options = displayOptions
    if isWhole { options.maxRows = nil }
    adjust(&options)
    var stream = RowStream(
      format, options, limit: settings.limit,
      hint: isWhole ? ".x shows all" : ".last shows all", write: write)
    var changed: Int64 = 0
    try paged(isLong: options.maxRows == nil || settings.records == .on) {
      try run(sql, bindings, from: start, through: &stream)
      changed = try changes() - before
      guard isOnTerminal, format.isForReading else { return }
      try footer(stream.footer ?? changesText(changed), time: world.now() - start)
    }
    for note in stream.notes { world.say("warning: \(note)") }
    return (stream.columns.map { _ in stream.rows }, changed == 0 ? stream.columns : nil)
  }

  private func run(
    _ sql: String, _ bindings: [String: Value], from start: Duration,
    through stream: inout RowStream
  ) throws {
    try watching { watch in
      do {
        try store.run(sql, bindings: bindings) {
          try stream.header($0)
        } row: {
          try stream.row($0)
          guard watch.count(stream.rows) else { return }
          try stream.showSoFar()
          try paging?.showSoFar()
        }
        try stream.finish()
      } catch is RowStream.Enough {
        try stream.finish()
      } catch StoreError.unboundParameter(let name) {
        throw ShellError.unbound(name)
      } catch StoreError.interrupted {
        let isFresh = watch.clear()
        if !isFresh { try write("\n") }
        if stream.rows > 0 { try stream.breakOff() }
        throw Cancelled(
          after: world.now() - start, rows: stream.rows > 0 ? stream.rows : nil)
      }
    }
  }

  /// Calls `body` while a line tells how far it is, once it has been silent for a second.
  func watching<Result>(_ body: (QueryWatch) throws -> Result) rethrows -> Result {
    // A program that reads the result may be drawing on the screen itself.
    let isShared = receiver?.isProgram == true
    let watch = QueryWatch(progress: isShared ? nil : world.progress)
    let stop = world.ticker { watch.tick($0) }
    self.watch = watch
    defer {
      stop()
      watch.mute()
      self.watch = nil
    }
    return try body(watch)
  }

  // MARK: Footer

  private func footer(_ text: String, time: Duration) throws {
    try note(settings.timer ? "\(text), \(spoken(time))" : text)
  }

  private func changes() throws -> Int64 {
    guard store.access == .readWrite else { return 0 }
    let table = try store.table("SELECT total_changes()")
    guard case .integer(let count)? = table.rows.first?.first else { return 0 }
    return count
  }

  private func changesText(_ count: Int64) -> String {
    switch count {
    case 0: "done"
    case 1: "1 row changed"
    default: "\(grouped(Int(count))) rows changed"
    }
  }
}

/// A query that Ctrl-C ended, when, and after how many rows; nil before the first.
struct Cancelled: Error, CustomStringConvertible {
  /// What a program ends with that Ctrl-C ended: 128 and the number of its signal.
  static let status: Int32 = 130

  let after: Duration
  let rows: Int?

  var description: String {
    let count = rows.map { ", with \(counted($0)) so far" } ?? ""
    return "cancelled after \(spoken(after))\(count)"
  }
}

/// `1 row`, `1,800 rows`.
func counted(_ rows: Int) -> String {
  "\(grouped(rows)) \(rows == 1 ? "row" : "rows")"
}

/// A time for reading: `12 ms`, `1.25 s`, `3 min 5 s`.
func spoken(_ time: Duration) -> String {
  let milliseconds =
    time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
  if milliseconds < 1000 { return "\(milliseconds) ms" }
  let seconds = milliseconds / 1000
  if seconds >= 60 { return "\(seconds / 60) min \(seconds % 60) s" }
  let hundredths = milliseconds % 1000 / 10
  return "\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
}
