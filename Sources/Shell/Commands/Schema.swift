internal import SQLSyntax
internal import Tables
internal import Warehouse

extension ShellCommand {
  static let schema = ShellCommand(
    "schema", "[NAME]", takes: 0...1, help: "Print the SQL that made a table or view, or all.",
    details: "Indexes and triggers follow their table. It runs SELECT sql FROM sqlite_schema.",
    example: ".schema leaderboard", words: [.relation]
  ) { repl, words in
    let catalog = try Catalog(of: repl.store)
    let names =
      try words.isEmpty
      ? catalog.relations.map(\.name) : [catalog.relation(words[0]).name]
    try repl.paged {
      for name in names {
        let table = try repl.store.table(
          """
          SELECT sql FROM sqlite_schema
          WHERE tbl_name = :name AND sql IS NOT NULL
          ORDER BY type IN ('table', 'view') DESC, name
          """, bindings: ["name": .text(name)])
        for sql in table.rows.compactMap({ $0[0].string }) {
          let text = escapingControls(in: sql, keeping: ["\n", "\t"]) + ";"
          try repl.display(painted(text, on: repl.world.colours) + "\n")
        }
      }
    }
  }
}

/// SQL in its colours.
private func painted(_ sql: String, on isOn: Bool) -> String {
  guard isOn else { return sql }
  let bytes = Array(sql.utf8)
  var (text, end) = ("", 0)
  for (range, paint) in sqlHighlights(bytes, sqlTokens(bytes)) {
    text += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
    text += paint(String(decoding: bytes[range], as: UTF8.self), on: true)
    end = range.upperBound
  }
  return text + String(decoding: bytes[end...], as: UTF8.self)
}
