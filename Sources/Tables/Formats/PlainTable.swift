extension TableFormat {
  package static let table = TableFormat(
    name: "table", help: "a grid in plain ASCII, fitted to the terminal", isForReading: true
  ) { GridWriter(.ascii, $0) }
}
