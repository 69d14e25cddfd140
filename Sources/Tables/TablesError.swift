/// What can be wrong with a table or a text that should hold one.
package enum TablesError: Error, Equatable {
  /// No column of that name is in the table.
  case noColumn(String, among: [String])
  /// A script's header line cannot be read: its line, and what would be right.
  case malformedHeader(line: Int, reason: String)
}

extension TablesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noColumn(let name, let columns):
      "no column \"\(name)\" among \(columns.joined(separator: ", "))"
    case .malformedHeader(let line, let reason):
      "line \(line) of the header: \(reason)"
    }
  }
}
