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
  /// A record of delimited text breaks a rule; it begins on that line, or its quote does.
  case malformedRecord(line: Int, CSVReader.Fault)
  /// A pickle that is broken, or more than plain data; the instruction at fault is that many bytes in.
  case malformedPickle(offset: Int, PickleFault)
  /// A JSON text that breaks a rule on that line.
  case malformedJSON(line: Int, JSONFault)
  /// An ARFF text that breaks a rule on that line.
  case malformedARFF(line: Int, ARFFFault)
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
    case .malformedRecord(let line, let fault):
      "line \(line) \(fault)"
    case .malformedPickle(let offset, let fault):
      "at byte \(grouped(offset)), \(fault)"
    case .malformedJSON(let line, let fault):
      "line \(line) \(fault)"
    case .malformedARFF(let line, let fault):
      "line \(line) \(fault)"
    }
  }
}

extension CSVReader.Fault: CustomStringConvertible {
  /// What a sentence that begins with the line goes on with.
  package var description: String {
    switch self {
    case .fieldCount(let count, let expected):
      "has \(count) \(count == 1 ? "field" : "fields"), the header has \(expected)"
    case .unterminatedQuote: "opens a quote that never closes"
    case .textAfterQuote: "has text after a closing quote, where a delimiter belongs"
    case .zeroByte: "holds a zero byte, which no text has (is it UTF-16?)"
    case .notUTF8: "is not UTF-8"
    case .tooLong(let limit): "is longer than the \(limit) bytes that a record may have"
    }
  }
}
