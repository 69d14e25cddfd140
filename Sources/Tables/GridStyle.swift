/// The strokes of a grid: three rules, each a left end, a line, a crossing and a right end.
struct GridStyle: Sendable, Equatable {
  var top: [String]
  var middle: [String]
  var bottom: [String]
  var vertical: String
  /// What ends a text that was cut, and stands for columns left out.
  var ellipsis: String
  /// What stands for rows left out.
  var rowEllipsis: String

  static let box = GridStyle(
    top: ["┌", "─", "┬", "┐"], middle: ["├", "─", "┼", "┤"], bottom: ["└", "─", "┴", "┘"],
    vertical: "│", ellipsis: "…", rowEllipsis: "⋮")

  static let ascii = GridStyle(
    top: ["+", "-", "+", "+"], middle: ["+", "-", "+", "+"], bottom: ["+", "-", "+", "+"],
    vertical: "|", ellipsis: "..", rowEllipsis: "..")
}
