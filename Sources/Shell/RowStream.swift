internal import Tables

/// The rows of one statement on their way to whoever reads them, and what the footer tells of them.
struct RowStream {
  /// As many rows have come as `.limit` allows.
  struct Enough: Error {}

  /// Nil until the statement has given any.
  private(set) var columns: [String]?
  private(set) var rows = 0
  private var printer: TablePrinter<any Error>
  private var summary: TableSummary?
  private let limit: Int?
  /// What shows the rest, where not all is shown.
  private let hint: String
  private var isCut = false
  /// Where `imputed` stands among the columns, and how many rows have it set.
  private var imputed: (column: Int, count: Int)?

  init(
    _ format: TableFormat, _ options: DisplayOptions, limit: Int?, hint: String,
    write: @escaping (String) throws -> Void
  ) {
    self.limit = limit
    self.hint = hint
    printer = TablePrinter(format, options: options, write: write)
  }

  mutating func header(_ columns: [String]) throws {
    self.columns = columns
    imputed = columns.firstIndex(of: "imputed").map { ($0, 0) }
    try printer.header(columns)
  }

  mutating func row(_ values: [Value]) throws {
    guard rows < limit ?? .max else {
      isCut = true
      throw Enough()
    }
    rows += 1
    if let column = imputed?.column, values[column].number ?? 0 != 0 { imputed?.count += 1 }
    try printer.row(values)
  }

  mutating func showSoFar() throws {
    try printer.showSoFar()
  }

  mutating func breakOff() throws {
    try printer.breakOff()
  }

  mutating func finish() throws {
    if columns != nil { summary = try printer.finish() }
  }

  // MARK: What is told afterwards

  var notes: [String] { summary?.notes ?? [] }

  /// `10,800 rows (40 shown), .last shows all, 17 of 10,800 imputed`; nil for a statement that gives no
  /// columns.
  var footer: String? {
    guard let summary else { return nil }
    var parts = [summary.description]
    if isCut { parts.append("cut by .limit") }
    if !summary.isWhole { parts.append(hint) }
    if let imputed, imputed.count > 0 {
      parts.append("\(grouped(imputed.count)) of \(grouped(rows)) imputed")
    }
    return parts.joined(separator: ", ")
  }
}
