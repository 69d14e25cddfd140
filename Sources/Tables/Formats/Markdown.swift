extension TableFormat {
  package static let markdown = TableFormat(
    name: "markdown", help: "a GitHub table, columns padded; every row and column",
    isForReading: true
  ) { MarkdownWriter(options: $0) }
}

/// Writes a table of GitHub Flavored Markdown (section 4.10), its columns padded.
private struct MarkdownWriter: TableWriter {
  let options: DisplayOptions
  var columns: [String] = []
  var rows: [[Value]] = []

  init(options: DisplayOptions) {
    self.options = options
  }

  mutating func header(_ columns: [String], into text: inout String) {
    self.columns = columns
  }

  mutating func row(_ values: [Value], into text: inout String) {
    rows.append(values)
  }

  mutating func finish(into text: inout String) {
    guard !columns.isEmpty else { return }
    let grid = Grid(columns: columns, rows: rows, options: options, escape: escaped)
    let widths = grid.needs.map { max($0.width, 3) }
    line(grid.header, grid, widths, into: &text)
    let rules = zip(widths, grid.needs).map { width, need in
      String(repeating: "-", count: width - 1) + (need.isRight ? ":" : "-")
    }
    line(rules, grid, widths, into: &text)
    for row in grid.rows { line(row.map(\.text), grid, widths, into: &text) }
  }

  private func line(
    _ cells: [String], _ grid: Grid, _ widths: [Int], into text: inout String
  ) {
    for (index, cell) in cells.enumerated() {
      text += "| " + padded(cell, to: widths[index], right: grid.needs[index].isRight) + " "
    }
    text += "|\n"
  }
}

/// A cell that ends neither itself nor its line.
private func escaped(_ text: String) -> String {
  var result = ""
  for character in escapingControls(in: text) {
    if character == "|" || character == "\\" { result.append("\\") }
    result.append(character)
  }
  return result
}
