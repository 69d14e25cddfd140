internal import Tables

extension REPL {
  /// Where results go now; nil for the screen.
  var receiver: Receiver? { once ?? output }

  /// Whether a person sees results at once.
  var isOnTerminal: Bool { receiver == nil && world.width() != nil }

  /// The format in force.
  func format() throws -> TableFormat {
    if settings.records == .on { return .records(unicode: world.unicode) }
    if settings.mode == "auto", let format = receiver?.format { return format }
    return try TableFormat.named(
      settings.mode, onTerminal: isOnTerminal, unicode: world.unicode)
  }

  /// Whether a person reads results, and so what is said beside them.
  var isReading: Bool { isOnTerminal && (try? format())?.isForReading == true }

  /// Rows of a result that are shown; nil for all.
  var maxRows: Int? {
    switch settings.rows {
    case .all: nil
    case .most(let count): count
    // A grid has five lines of its own, and the footer and two prompts stand around it.
    case .auto: world.height().map { min(max($0 - 8, 6), 40) } ?? 40
    }
  }

  var displayOptions: DisplayOptions {
    DisplayOptions(
      width: isOnTerminal ? world.width() : nil, maxRows: isOnTerminal ? maxRows : nil,
      digits: settings.digits, nullText: settings.nullText,
      colour: isOnTerminal && world.colours, terminal: isOnTerminal, counts: false,
      recordsWhenWide: settings.records == .auto)
  }

  /// Shows a table that is no query's result: no footer, every row.
  @discardableResult
  func show(
    _ table: Table, adjust: (inout DisplayOptions) -> Void = { _ in }
  ) throws -> TableSummary {
    var options = displayOptions
    options.maxRows = nil
    adjust(&options)
    var printer = TablePrinter<any Error>(try format(), options: options, write: write)
    var summary = TableSummary(rows: 0, columns: 0, rowsShown: 0, columnsShown: 0)
    try received {
      try paged {
        try printer.header(table.columns)
        for row in table.rows { try printer.row(row) }
        summary = try printer.finish()
      }
      return (table.rows.count, nil)
    }
    return summary
  }

  // MARK: Where words go

  /// Calls `body`, which writes one result; tells a person how many rows went elsewhere, and ends a
  /// receiver that takes one result only.
  @discardableResult
  func received(
    _ body: () throws -> (rows: Int?, columns: [String]?)
  ) throws -> [String]? {
    guard let receiver else { return try body().columns }
    do {
      let (rows, columns) = try body()
      // What gives no result leaves .once to the next.
      guard let rows else { return columns }
      let fate = try endOnce(isWhole: true) ?? "to \(receiver.name)"
      if world.width() != nil { world.say("\(counted(rows)) \(fate)") }
      return columns
    } catch is Receiver.Enough {
      try endOnce(isWhole: true)
      return nil
    } catch {
      _ = try? endOnce(isWhole: false)
      throw error
    }
  }

  /// Ends what takes one result only, if there is such, and says what became of the result.
  @discardableResult
  func endOnce(isWhole: Bool) throws -> String? {
    defer { once = nil }
    return try once?.end(isWhole: isWhole)
  }

  /// Writes what is a result: into a file while `.output` says so.
  func write(_ text: String) throws {
    if let receiver { try receiver.write(text) } else { try display(text) }
  }

  /// Writes what is for the person at the prompt.
  func display(_ text: String) throws {
    guard let watch else { return try send(text) }
    try watch.writing { try send(text) }
    if paging?.isPaging == true { watch.mute() }
  }

  /// Says what a setting is.
  func tell(_ name: String, _ value: String) throws {
    try display("\(name) \(value)\n")
  }

  /// Writes a line that may be overlooked, below what it is about.
  func note(_ line: String) throws {
    try display(Paint.dim(line, on: world.colours) + "\n")
  }

  private func send(_ text: String) throws {
    if let paging { try paging.write(text) } else { try world.write(text) }
  }

  /// Calls `body`, whose words go through the pager if the screen cannot hold them.
  ///
  /// - Parameter isLong: whether they were asked for whole, so that they may well be long.
  func paged(isLong: Bool = true, _ body: () throws -> Void) throws {
    guard paging == nil, let output = pagedOutput(isLong: isLong) else { return try body() }
    paging = output
    defer { paging = nil }
    do {
      try body()
    } catch is Pager.Left {
      // Whoever leaves the pager has seen enough.
    } catch {
      try? output.finish()
      throw error
    }
    try output.finish()
  }

  /// Nil where nothing is paged: in scripts, in pipes and files, without a pager, or by `.pager`.
  private func pagedOutput(isLong: Bool) -> PagedOutput? {
    guard isTalking, isOnTerminal, settings.pager == .on || (settings.pager == .auto && isLong),
      let lines = world.height(), let command = settings.pagerCommand ?? world.pager
    else { return nil }
    return PagedOutput(lines: lines, command: command, screen: world.write)
  }
}
