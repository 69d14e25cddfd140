/// The strokes of a grid: three rules, each a left end, a line, a crossing and a right end.
struct GridStyle: Sendable {
  var top: [String]
  var middle: [String]
  var bottom: [String]
  var vertical: String
  /// What ends a text that was cut, and stands for columns left out.
  var ellipsis: String
  /// What stands for rows left out.
  var rowEllipsis: String
}

/// Writes a table as a grid with rules: `box` and `table`.
///
/// Holds the rows to know their widths; with `maxRows` no more than that many, from both ends.
struct GridWriter: TableWriter {
  private let style: GridStyle
  private let options: DisplayOptions
  private var columns: [String] = []
  private var held: HeadAndTail
  private(set) var leftOut = (rows: 0, columns: 0)

  init(_ style: GridStyle, _ options: DisplayOptions) {
    self.style = style
    self.options = options
    held = HeadAndTail(limit: options.maxRows)
  }

  mutating func header(_ columns: [String], into text: inout String) {
    self.columns = columns
  }

  mutating func row(_ values: [Value], into text: inout String) {
    held.append(values)
  }

  mutating func finish(into text: inout String) {
    let (kept, gap) = held.rows
    let grid = Grid(columns: columns, rows: kept, options: options, limit: options.width)
    let layout = ColumnLayout(
      natural: grid.widths, cuttable: grid.isRight.map { !$0 }, width: options.width,
      gapWidth: displayWidth(of: style.ellipsis))
    guard !columns.isEmpty else { return }
    if layout.gap != nil, options.recordsWhenWide {
      leftOut.rows = held.count - kept.count
      return writeRecords(kept, gap: gap, into: &text)
    }
    leftOut = (held.count - kept.count, columns.count - layout.shown.count)
    draw(grid, layout, gap: gap, into: &text)
    let summary = TableSummary(
      rows: held.count, columns: columns.count, rowsShown: kept.count,
      columnsShown: layout.shown.count)
    if options.counts, !summary.isWhole { text += "\(summary)\n" }
  }

  private func draw(_ grid: Grid, _ layout: ColumnLayout, gap: Int?, into text: inout String) {
    rule(style.top, layout, into: &text)
    line(grid.header.map { Grid.Cell(text: $0) }, grid, layout, paint: .name, into: &text)
    rule(style.middle, layout, into: &text)
    let dots = grid.header.map { _ in Grid.Cell(text: style.rowEllipsis) }
    for (number, row) in grid.rows.enumerated() {
      if number == gap { line(dots, grid, layout, paint: .dim, into: &text) }
      line(row, grid, layout, paint: .plain, into: &text)
    }
    if gap == grid.rows.count { line(dots, grid, layout, paint: .dim, into: &text) }
    rule(style.bottom, layout, into: &text)
  }

  private func writeRecords(_ rows: [[Value]], gap: Int?, into text: inout String) {
    var records = TableFormat.line.writer(options)
    records.header(columns, into: &text)
    for (number, row) in rows.enumerated() {
      if number == gap { text += "\n\(style.rowEllipsis)\n" }
      records.row(row, into: &text)
    }
    records.finish(into: &text)
  }

  /// The widths of what is drawn, the column of ellipses among them.
  private func drawnWidths(_ layout: ColumnLayout) -> [Int] {
    var widths = layout.widths
    if let gap = layout.gap { widths.insert(displayWidth(of: style.ellipsis), at: gap) }
    return widths
  }

  private func rule(_ strokes: [String], _ layout: ColumnLayout, into text: inout String) {
    let lines = drawnWidths(layout).map { String(repeating: strokes[1], count: $0 + 2) }
    text += painted(strokes[0] + lines.joined(separator: strokes[2]) + strokes[3], .dim)
    text += "\n"
  }

  private func line(
    _ cells: [Grid.Cell], _ grid: Grid, _ layout: ColumnLayout, paint: Paint,
    into text: inout String
  ) {
    let bar = painted(style.vertical, .dim)
    for (place, (column, width)) in zip(layout.shown, layout.widths).enumerated() {
      if place == layout.gap { text += bar + " " + painted(style.ellipsis, .dim) + " " }
      let cell = cells[column]
      let fitted = fitting(cell.text, into: width, ellipsis: style.ellipsis)
      let filled = padded(fitted, to: width, right: grid.isRight[column])
      text += bar + " " + painted(filled, cell.isNull ? .dim : paint) + " "
    }
    text += bar + "\n"
  }

  // MARK: Colour

  private func painted(_ text: String, _ paint: Paint) -> String {
    paint(text, on: options.colour)
  }
}
