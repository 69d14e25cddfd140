/// How much of a table was shown, and what else its reader should know.
///
/// Prints as `10,800 rows (40 shown), 16 columns (7 shown)`; columns are named only when some are
/// left out.
package struct TableSummary: Sendable, Equatable, CustomStringConvertible {
  package var rows: Int
  package var columns: Int
  package var rowsShown: Int
  package var columnsShown: Int
  /// One sentence each, for the error stream.
  package var notes: [String]

  package init(
    rows: Int, columns: Int, rowsShown: Int, columnsShown: Int, notes: [String] = []
  ) {
    self.rows = rows
    self.columns = columns
    self.rowsShown = rowsShown
    self.columnsShown = columnsShown
    self.notes = notes
  }

  package var isWhole: Bool { rows == rowsShown && columns == columnsShown }

  package var description: String {
    let rowsPart = part(rows, "row", shown: rowsShown)
    guard columnsShown < columns else { return rowsPart }
    return rowsPart + ", " + part(columns, "column", shown: columnsShown)
  }

  private func part(_ count: Int, _ noun: String, shown: Int) -> String {
    let plural = count == 1 ? noun : noun + "s"
    let all = "\(grouped(count)) \(plural)"
    return shown < count ? "\(all) (\(grouped(shown)) shown)" : all
  }
}

/// A count with a comma between thousands: `10,800`.
package func grouped(_ count: Int) -> String {
  var text = ""
  let digits = Array(String(count.magnitude))
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return count < 0 ? "-" + text : text
}
