/// Why a figure cannot be drawn.
package enum FigureError: Error, Equatable {
  /// No chart has that name.
  case noChart(String, among: [String])
  /// The line that describes a figure cannot be read.
  case malformedSpec(String)
  /// A word before `=` that the chart does not know.
  case unknownKey(String, chart: String, among: [String])
  /// A setting with a value it cannot have, and what it can have.
  case badSetting(String, value: String, expected: String)
  /// A channel is mapped to a column that the table does not have.
  case noColumn(String, channel: String, among: [String])
  /// A cell that should be a number is not.
  case notNumber(String, column: String, row: Int)
  /// There is not enough in the table; what was there and what is needed.
  case tooLittle(String)
}

extension FigureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noChart(let name, let names):
      "no chart \"\(name)\" among \(names.joined(separator: ", "))"
    case .malformedSpec(let reason):
      reason
    case .unknownKey(let key, let chart, let keys):
      "\(chart) has no \"\(key)\", it has \(keys.joined(separator: ", "))"
    case .badSetting(let key, let value, let expected):
      "\(key) is \(expected), not \"\(value)\""
    case .noColumn(let column, let channel, let columns):
      "no column \"\(column)\" for \(channel) among \(columns.joined(separator: ", "))"
    case .notNumber(let text, let column, let row):
      "\(column) in row \(row) is \"\(text.prefix(40))\", where a number should be"
    case .tooLittle(let reason):
      reason
    }
  }
}
