internal import Tables
internal import Warehouse

extension REPL {
  /// Runs one SQL statement and shows what it gives.
  ///
  /// It is kept for `.edit`, and for `.last` if it only asked.
  func query(_ sql: String) throws {
    lastStatement = sql
    if try show(sql) { lastQuery = sql }
  }

  /// Runs `sql` and shows its result, with `adjust` having the last word on how.
  ///
  /// - Returns: whether it gave columns and changed nothing.
  @discardableResult
  func show(_ sql: String, adjust: (inout DisplayOptions) -> Void = { _ in }) throws -> Bool {
    defer { if file?.isOnce == true { file = nil } }
    let start = world.now()
    let changesBefore = try changes()
    let format = try format()
    var options = displayOptions
    adjust(&options)
    var printer: TablePrinter<any Error>?
    do {
      try store.run(sql) { columns in
        printer = TablePrinter(format, options: options, write: write)
        try printer?.header(columns)
      } row: {
        try printer?.row($0)
      }
    } catch StoreError.interrupted {
      throw Cancelled(after: world.now() - start)
    }
    let summary = try printer?.finish()
    for note in summary?.notes ?? [] { world.say("warning: \(note)") }
    let changed = try changes() - changesBefore
    if isReading(format) {
      let text = summary.map(counts) ?? changesText(changed)
      try footer(text, time: world.now() - start)
    }
    return summary != nil && changed == 0
  }

  /// Shows a table that is no query's result: no footer, every row.
  func show(_ table: Table) throws {
    defer { if file?.isOnce == true { file = nil } }
    var options = displayOptions
    options.maxRows = nil
    try write(table.formatted(try format(), options: options))
  }

  // MARK: Display

  private var isOnTerminal: Bool { file == nil && world.width() != nil }

  private func format() throws -> TableFormat {
    if settings.records == .on { return .line }
    return try TableFormat.named(
      settings.mode, onTerminal: isOnTerminal, unicode: world.unicode)
  }

  private var displayOptions: DisplayOptions {
    DisplayOptions(
      width: isOnTerminal ? world.width() : nil, maxRows: isOnTerminal ? settings.maxRows : nil,
      digits: settings.digits, nullText: settings.nullText,
      colour: isOnTerminal && world.colours, terminal: isOnTerminal, counts: false,
      recordsWhenWide: settings.records == .auto)
  }

  private func write(_ text: String) throws {
    if let file { try file.write(text) } else { try world.write(text) }
  }

  // MARK: Footer

  /// Whether a person reads the result, and so its footer, at a terminal.
  private func isReading(_ format: TableFormat) -> Bool { isOnTerminal && format.isForReading }

  private func footer(_ text: String, time: Duration) throws {
    let line = settings.timer ? "\(text), \(spoken(time))" : text
    try world.write(Paint.dim(line, on: world.colours) + "\n")
  }

  private func counts(_ summary: TableSummary) -> String {
    summary.isWhole ? summary.description : "\(summary), .last shows all"
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

/// A query that Ctrl-C ended, and when.
struct Cancelled: Error, CustomStringConvertible {
  /// What a program ends with that Ctrl-C ended: 128 and the number of its signal.
  static let status: Int32 = 130

  let after: Duration

  // The terminal has shown ^C by then and left the cursor behind it.
  var description: String { "\ncancelled after \(spoken(after))" }
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
