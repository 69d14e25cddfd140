extension TableFormat {
  package static let box = TableFormat(
    name: "box", help: "a grid of lines, fitted to the terminal", isForReading: true
  ) { GridWriter(boxStyle, $0) }
}

private let boxStyle = GridStyle(
  top: ["┌", "─", "┬", "┐"], middle: ["├", "─", "┼", "┤"], bottom: ["└", "─", "┴", "┘"],
  vertical: "│", ellipsis: "…", rowEllipsis: "⋮")
