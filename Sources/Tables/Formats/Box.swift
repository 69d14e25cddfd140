extension TableFormat {
  package static let box = TableFormat(
    name: "box", help: "a grid of lines, fitted to the terminal", isForReading: true
  ) { GridWriter(.box, $0) }
}
