/// A way to print a table, by name: what `--format` and `.mode` choose from.
///
/// One file in `Formats/` describes each; `all` lists them.
package struct TableFormat: Sendable {
  package let name: String
  /// One line that says what it prints.
  package let help: String
  /// A fresh writer for one table.
  package let writer: @Sendable (DisplayOptions) -> any TableWriter
  /// Whether the writer itself escapes control characters, being made for a person's eyes.
  package let isForReading: Bool

  package init(
    name: String, help: String, isForReading: Bool = false,
    writer: @escaping @Sendable (DisplayOptions) -> any TableWriter
  ) {
    self.name = name
    self.help = help
    self.isForReading = isForReading
    self.writer = writer
  }
}

extension TableFormat {
  /// Every format, in the order that help lists them.
  package static let all: [TableFormat] = [
    .box, .table, .markdown, .csv, .tsv, .json, .jsonl, .line, .html, .insert, .latex,
  ]

  /// The format called `name`, where `auto` is a box on a terminal, in ASCII where that shows no
  /// more, and tab-separated values with a header in a pipe.
  package static func named(
    _ name: String, onTerminal: Bool, unicode: Bool = true
  ) throws(TablesError) -> TableFormat {
    if name == "auto" { return !onTerminal ? .tsv : unicode ? .box : .table }
    if let format = all.first(where: { $0.name == name }) { return format }
    throw .noFormat(name, among: ["auto"] + all.map(\.name))
  }
}

extension TableFormat {
  /// The ending of a file's name that programs know the format by.
  package var ending: String {
    switch name {
    case "markdown": "md"
    case "latex": "tex"
    case "insert": "sql"
    case "box", "table", "line": "txt"
    default: name
    }
  }

  /// The format that a file's name asks for by its ending; nil for an ending that says nothing.
  package static func forFile(_ path: String) -> TableFormat? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() }
    let name =
      switch ending {
      case "md": "markdown"
      case "tex": "latex"
      case "htm": "html"
      case "ndjson": "jsonl"
      case "sql": "insert"
      default: ending
      }
    return all.first { $0.name == name }
  }
}

/// Turns one table into text: a header, then rows, then the end.
///
/// What is ready is appended to `text`, so that a million rows stream through; a writer that must see
/// rows before it can print them (a box) holds as few as it can.
package protocol TableWriter {
  mutating func header(_ columns: [String], into text: inout String)
  mutating func row(_ values: [Value], into text: inout String)
  mutating func finish(into text: inout String)
  /// Writes what can be shown of the rows up to now, for a reader who has waited for them.
  mutating func showSoFar(into text: inout String)
  /// Ends what was begun, since no more rows come; instead of `finish`.
  mutating func breakOff(into text: inout String)

  /// Rows and columns that were left out of the text, known after `finish`.
  var leftOut: (rows: Int, columns: Int) { get }
  /// What the reader should know about the text, one sentence each, known after `finish`.
  var notes: [String] { get }
}

extension TableWriter {
  package mutating func showSoFar(into text: inout String) {}
  package mutating func breakOff(into text: inout String) {}
  package var leftOut: (rows: Int, columns: Int) { (0, 0) }
  package var notes: [String] { [] }
}
