internal import Tables
internal import Warehouse

extension ShellCommand {
  static let describe = ShellCommand(
    "describe", "[TABLE]", takes: 0...1, help: "Show a table's or view's columns and keys.",
    details: "\\d does the same; without a name it lists the tables."
  ) { repl, words in
    guard let name = words.first else { return try tables.run(repl, []) }
    let relation = try Catalog(of: repl.store).relation(name)
    try repl.show(
      repl.store.table(
        """
        SELECT
          "column".name AS "column",
          lower("column".type) AS type,
          iif("column"."notnull", 'not null', '') AS "null",
          "column".dflt_value AS "default",
          iif("column".pk > 0, 'primary key', coalesce('-> ' || key."table" || '.' || key."to", ''))
            AS key
        FROM pragma_table_info(:name) AS "column"
        LEFT JOIN pragma_foreign_key_list(:name) AS key ON key."from" = "column".name
        ORDER BY "column".cid
        """, bindings: ["name": .text(relation.name)]))
  }
}
