/// What can be wrong with a table or a text that should hold one.
package enum TablesError: Error, Equatable {
  /// No column of that name is in the table.
  case noColumn(String, among: [String])
  /// No format of that name is listed.
  case noFormat(String, among: [String])
  /// Two values fall into one cell of a pivoted table.
  case repeatedCell(row: String, column: String)
  /// A script's header line cannot be read: its line, and what would be right.
  case malformedHeader(line: Int, reason: String)
}

extension TablesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noColumn(let name, let columns):
      "no column \"\(name)\" among \(columns.joined(separator: ", "))"
    case .noFormat(let name, let formats):
      "no format \"\(name)\" among \(formats.joined(separator: ", "))"
    case .repeatedCell(let row, let column):
      "more than one value for row \(row), column \(column)"
    case .malformedHeader(let line, let reason):
      "line \(line) of the header: \(reason)"
    }
  }
}
