extension TableFormat {
  package static let jsonl = TableFormat(
    name: "jsonl", help: "one object per row and line"
  ) { _ in JSONWriter(isArray: false) }
}
