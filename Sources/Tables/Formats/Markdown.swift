extension TableFormat {
  package static let markdown = TableFormat(
    name: "markdown", help: "a GitHub table, columns padded; every row and column",
    isForReading: true
  ) { MarkdownWriter(options: $0) }
}

/// Writes a table of GitHub Flavored Markdown (section 4.10), its columns padded.
///
/// The first rows settle the widths; a longer cell further down pushes the rest of its line aside.
private struct MarkdownWriter: TableWriter {
  let options: DisplayOptions
  var columns: [String] = []
  /// Rows until the widths are settled.
  var rows: [[Value]] = []
  var widths: [Int] = []
  var isRight: [Bool] = []

  private static let enough = 10_000

  init(options: DisplayOptions) {
    self.options = options
  }

  mutating func header(_ columns: [String], into text: inout String) {
    self.columns = columns
  }

  mutating func row(_ values: [Value], into text: inout String) {
    guard widths.isEmpty else {
      return line(values.map { escaped($0.display(options)) }, into: &text)
    }
    rows.append(values)
    if rows.count == Self.enough { begin(into: &text) }
  }

  mutating func finish(into text: inout String) {
    if widths.isEmpty { begin(into: &text) }
  }

  private mutating func begin(into text: inout String) {
    guard !columns.isEmpty else { return }
    let grid = Grid(columns: columns, rows: rows, options: options, escape: escaped)
    rows = []
    widths = grid.needs.map { max($0.width, 3) }
    isRight = grid.needs.map(\.isRight)
    line(grid.header, into: &text)
    let rules = zip(widths, isRight).map { width, isRight in
      String(repeating: "-", count: width - 1) + (isRight ? ":" : "-")
    }
    line(rules, into: &text)
    for row in grid.rows { line(row.map(\.text), into: &text) }
  }

  private func line(_ cells: [String], into text: inout String) {
    for (index, cell) in cells.enumerated() {
      text += "| " + padded(cell, to: widths[index], right: isRight[index]) + " "
    }
    text += "|\n"
  }
}

/// A cell that ends neither itself nor its line, and is no markup.
private func escaped(_ text: String) -> String {
  escapedMarkdown(escapingControls(in: text))
}
