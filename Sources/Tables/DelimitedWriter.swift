/// Writes a line per row with a delimiter between cells; what text needs to be told from it is the
/// format's own.
struct DelimitedWriter: TableWriter {
  let delimiter: Character
  /// What stands for NULL.
  let null: String
  /// Appends a text as the format writes it, given what stands for NULL.
  let append: (_ string: String, _ null: String, _ text: inout String) -> Void

  mutating func header(_ columns: [String], into text: inout String) {
    line(columns, into: &text) { append($0, null, &$1) }
  }

  mutating func row(_ values: [Value], into text: inout String) {
    line(values, into: &text) { value, text in
      switch value {
      case .text(let string): append(string, null, &text)
      default: text += value.description ?? null
      }
    }
  }

  mutating func finish(into text: inout String) {}

  private func line<Cell>(
    _ cells: [Cell], into text: inout String, _ write: (Cell, inout String) -> Void
  ) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(delimiter) }
      write(cell, &text)
    }
    text.append("\n")
  }
}
