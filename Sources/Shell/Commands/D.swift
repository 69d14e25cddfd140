internal import Tables
internal import Warehouse

extension ShellCommand {
  static let d = ShellCommand(
    "d", "[NAME]", takes: 0...1,
    help: "Show a table's columns, keys and indexes, as in psql.",
    details: """
      Without a name it lists the tables. What the columns hold is shown by .describe, the SQL that made
      them by .schema.
      """, example: "\\d runs", words: [.relation]
  ) { repl, words in
    guard let name = words.first else { return try tables.run(repl, []) }
    let relation = try Catalog(of: repl.store).relation(name)
    let bindings = ["name": Value.text(relation.name)]
    try repl.paged {
      try repl.show(repl.store.table(columns, bindings: bindings))
      guard repl.isReading else { return }
      for (title, sql) in lists {
        let lines = try repl.store.table(sql, bindings: bindings).rows.compactMap { $0[0].string }
        if lines.isEmpty { continue }
        try repl.display(Paint.name(title, on: repl.world.colours) + "\n")
        for line in lines { try repl.display("  " + escapingControls(in: line) + "\n") }
      }
    }
  }
}

private let columns = """
  SELECT
    name AS "column",
    lower(type) AS type,
    iif("notnull", 'not null', '') AS "null",
    coalesce(dflt_value, '') AS "default"
  FROM pragma_table_info(:name)
  ORDER BY cid
  """

/// What stands below the columns: a title, and the SQL that gives its lines.
private let lists = [
  (
    "Primary key",
    """
    SELECT group_concat(name, ', ') FROM (
      SELECT name FROM pragma_table_info(:name) WHERE pk > 0 ORDER BY pk
    )
    """
  ),
  (
    "Indexes",
    """
    SELECT
      list.name || ' (' || (
        SELECT group_concat(coalesce(name, 'an expression'), ', ') FROM (
          SELECT name FROM pragma_index_info(list.name) ORDER BY seqno
        )
      ) || ')' || iif(list."unique", ' unique', '') || iif(list.partial, ' partial', '')
    FROM pragma_index_list(:name) AS list
    WHERE list.origin <> 'pk'
    ORDER BY list.name
    """
  ),
  (
    "Foreign keys",
    """
    SELECT
      group_concat("from", ', ') || ' -> ' || "table"
        || coalesce('.' || group_concat("to", ', '), '')
        || iif(on_delete = 'NO ACTION', '', ' on delete ' || lower(on_delete))
    FROM (SELECT * FROM pragma_foreign_key_list(:name) ORDER BY id, seq)
    GROUP BY id
    ORDER BY id DESC
    """
  ),
  (
    "Referenced by",
    """
    SELECT relation.name || '.' || group_concat(key."from", ', ')
    FROM sqlite_schema AS relation
    JOIN pragma_foreign_key_list(relation.name) AS key
    WHERE relation.type = 'table' AND lower(key."table") = lower(:name)
    GROUP BY relation.name, key.id
    ORDER BY relation.name
    """
  ),
]
