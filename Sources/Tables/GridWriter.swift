/// Writes a table as a grid with rules: `box` and `table`.
///
/// Rows are held to know how wide columns must be: no more than `maxRows` from both ends, and without
/// that limit a page. A later page that asks for wider columns begins a new grid below; one that does
/// not goes on in the same. Asked for what there is so far, it draws the first rows at once, with room
/// to spare for those to come.
struct GridWriter: TableWriter {
  private let style: GridStyle
  private let options: DisplayOptions
  private var columns: [String] = []
  private var held: HeadAndTail
  /// What the columns needed up to now.
  private var needs: [Grid.Need] = []
  /// The grid that is begun, if one is.
  private var pen: GridPen?
  /// What writes records where a grid would leave out columns.
  private var records: RecordPen?
  private var shown = 0
  /// Whether more rows may follow those being drawn.
  private var isEnding = false

  /// Rows of a page.
  private static let page = 1000

  init(_ style: GridStyle, _ options: DisplayOptions) {
    self.style = style
    self.options = options
    held = HeadAndTail(limit: options.maxRows)
  }

  var leftOut: (rows: Int, columns: Int) {
    (held.count - shown, pen.map { columns.count - $0.layout.shown.count } ?? 0)
  }

  mutating func header(_ columns: [String], into text: inout String) {
    self.columns = columns
  }

  mutating func row(_ values: [Value], into text: inout String) {
    held.append(values)
    if held.head.count >= Self.page { showSoFar(into: &text) }
  }

  mutating func showSoFar(into text: inout String) {
    let rows = held.takeHead()
    if !rows.isEmpty { draw(rows, gap: nil, into: &text) }
  }

  mutating func breakOff(into text: inout String) {
    guard let pen else { return }
    if held.count > shown { pen.dots(into: &text) }
    pen.close(into: &text)
  }

  mutating func finish(into text: inout String) {
    guard !columns.isEmpty else { return }
    let (rest, gap) = held.rows
    isEnding = true
    draw(rest, gap: gap, into: &text)
    pen?.close(into: &text)
    let summary = TableSummary(
      rows: held.count, columns: columns.count, rowsShown: shown,
      columnsShown: columns.count - leftOut.columns)
    if options.counts, !summary.isWhole { text += "\(summary)\n" }
  }

  /// Draws rows; before the one numbered `gap` others are left out.
  private mutating func draw(_ rows: [[Value]], gap: Int?, into text: inout String) {
    if records == nil, !settle(rows, gap: gap, into: &text) {
      records = RecordPen(style, columns, options)
    }
    guard records != nil else { return }
    for (number, row) in rows.enumerated() {
      if number == gap { records?.dots(into: &text) }
      let place = number >= gap ?? .max ? held.count - rows.count + number : shown
      records?.record(row, number: place + 1, into: &text)
      shown += 1
    }
  }

  /// Draws rows as a grid, unless they are to be records.
  private mutating func settle(_ rows: [[Value]], gap: Int?, into text: inout String) -> Bool {
    var grid = Grid(columns: columns, rows: rows, options: options, limit: options.width)
    for (index, earlier) in needs.enumerated() { grid.needs[index].join(earlier) }
    needs = isEnding || pen != nil ? grid.needs : roomy(grid.needs)
    let layout = ColumnLayout(
      needs, width: options.width, gapWidth: displayWidth(of: style.ellipsis))
    if pen == nil, layout.gap != nil, options.recordsWhenWide { return false }
    let next = GridPen(
      style: style, colour: options.colour, layout: layout, isRight: needs.map(\.isRight))
    if pen != next {
      pen?.close(into: &text)
      next.open(grid.header, into: &text)
      pen = next
    }
    for (number, row) in grid.rows.enumerated() {
      if number == gap { next.dots(into: &text) }
      next.row(row, into: &text)
    }
    if gap == grid.rows.count { next.dots(into: &text) }
    shown += rows.count
    return true
  }

  /// The needs with room for longer values, if the grid has that.
  private func roomy(_ needs: [Grid.Need]) -> [Grid.Need] {
    let wide = needs.map { need in
      var need = need
      need.value = max(need.value, need.isRight ? 9 : 16)
      return need
    }
    let layout = ColumnLayout(wide, width: options.width)
    return layout.widths == wide.map(\.width) ? wide : needs
  }
}
