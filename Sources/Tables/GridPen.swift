/// Draws one grid, whose columns are settled: its rules and its lines.
struct GridPen: Equatable {
  let style: GridStyle
  let colour: Bool
  let layout: ColumnLayout
  /// Of every column, those left out too.
  let isRight: [Bool]

  /// The top of the grid, with the columns' names.
  func open(_ names: [String], into text: inout String) {
    rule(style.top, into: &text)
    line(names.map { Grid.Cell(text: $0) }, .name, into: &text)
    rule(style.middle, into: &text)
  }

  func row(_ cells: [Grid.Cell], into text: inout String) {
    line(cells, .plain, into: &text)
  }

  /// A line that stands for rows left out.
  func dots(into text: inout String) {
    line(isRight.map { _ in Grid.Cell(text: style.rowEllipsis) }, .dim, into: &text)
  }

  func close(into text: inout String) {
    rule(style.bottom, into: &text)
  }

  private func rule(_ strokes: [String], into text: inout String) {
    var widths = layout.widths
    if let gap = layout.gap { widths.insert(displayWidth(of: style.ellipsis), at: gap) }
    let lines = widths.map { String(repeating: strokes[1], count: $0 + 2) }
    text += Paint.dim(strokes[0] + lines.joined(separator: strokes[2]) + strokes[3], on: colour)
    text += "\n"
  }

  private func line(_ cells: [Grid.Cell], _ paint: Paint, into text: inout String) {
    let bar = Paint.dim(style.vertical, on: colour)
    for (place, (column, width)) in zip(layout.shown, layout.widths).enumerated() {
      if place == layout.gap { text += bar + " " + Paint.dim(style.ellipsis, on: colour) + " " }
      let cell = cells[column]
      let fitted = fitting(cell.text, into: width, ellipsis: style.ellipsis)
      let filled = padded(fitted, to: width, right: isRight[column])
      text += bar + " " + (cell.isNull ? .dim : paint)(filled, on: colour) + " "
    }
    text += bar + "\n"
  }
}
