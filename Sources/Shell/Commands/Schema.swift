internal import Tables
internal import Warehouse

extension ShellCommand {
  static let schema = ShellCommand(
    "schema", "[NAME]", takes: 0...1, help: "Print the SQL that made a table or view, or all.",
    words: [.relation]
  ) { repl, words in
    let catalog = try Catalog(of: repl.store)
    let names =
      try words.isEmpty
      ? catalog.relations.map(\.name) : [catalog.relation(words[0]).name]
    for name in names {
      let table = try repl.store.table(
        """
        SELECT sql FROM sqlite_schema
        WHERE tbl_name = :name AND sql IS NOT NULL
        ORDER BY type IN ('table', 'view') DESC, name
        """, bindings: ["name": .text(name)])
      for row in table.rows {
        guard let sql = row[0].string else { continue }
        try repl.world.write(escapingControls(in: sql, keeping: ["\n", "\t"]) + ";\n")
      }
    }
  }
}
