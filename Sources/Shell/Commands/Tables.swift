internal import SQLSyntax
internal import Tables
internal import Warehouse

extension ShellCommand {
  static let tables = ShellCommand(
    "tables", "[PATTERN]", takes: 0...1, help: "Show the views and tables, a card for each.",
    details: """
      A card has the columns with their types, and how many rows there are; beyond a million they are
      estimated. The rows of views are not counted, since that takes as long as reading them. A pattern
      has * for any letters: .tables *score*. In a pipe it is a list.
      """, example: ".tables *s", words: [.relation]
  ) { repl, words in
    let all = try Catalog(of: repl.store).relations
    let relations = try words.isEmpty ? all : matching(words[0], all, repl)
    let counts = try relations.map { $0.isView ? nil : try rowCount($0.name, repl) }
    guard repl.isReading else {
      try repl.show(list(relations, counts))
      return
    }
    let cards = zip(relations, counts).map { card($0, $1) }
    try repl.paged {
      for group in RelationGroup.allCases {
        let some = zip(relations, cards).filter { RelationGroup($0.0) == group }.map(\.1)
        if some.isEmpty { continue }
        try repl.note(group.title(some.count))
        try repl.display(
          formatted(
            some, width: repl.world.width() ?? 80, colour: repl.world.colours,
            unicode: repl.world.unicode))
      }
    }
  }
}

/// What stands together: first what one asks, last what nobody needs to know.
private enum RelationGroup: CaseIterable {
  case everyday, tables, views

  init(_ relation: Catalog.Relation) {
    self = relation.isEveryday ? .everyday : relation.isView ? .views : .tables
  }

  func title(_ count: Int) -> String {
    switch self {
    case .everyday: "\(counted(count, "view")) to ask"
    case .tables: counted(count, "table")
    case .views: "\(counted(count, "view")) beneath them"
    }
  }
}

private func matching(
  _ pattern: String, _ relations: [Catalog.Relation], _ repl: REPL
) throws -> [Catalog.Relation] {
  let like = pattern.replacing("*", with: "%")
  let found = try relations.filter {
    try repl.row(
      "SELECT :name LIKE :pattern", bindings: ["name": .text($0.name), "pattern": .text(like)])
      == [1]
  }
  guard !found.isEmpty else {
    throw ShellError.noTable(pattern, meant: suggestion(for: pattern, among: relations.map(\.name)))
  }
  return found
}

private func card(_ relation: Catalog.Relation, _ count: RowCount?) -> Card {
  Card(
    title: escapingControls(in: relation.name),
    lines: relation.columns.map {
      (escapingControls(in: $0.name), escapingControls(in: $0.type.lowercased()))
    },
    foot: count?.description ?? "view")
}

/// What stands in a pipe or a file.
private func list(_ relations: [Catalog.Relation], _ counts: [RowCount?]) -> Table {
  Table(
    columns: ["name", "kind", "rows", "columns"],
    rows: zip(relations, counts).map { relation, count in
      [
        .text(relation.name), .text(relation.isView ? "view" : "table"),
        count.map { .integer(Int64($0.rows)) } ?? .null,
        .text(relation.columns.map(\.name).joined(separator: " ")),
      ]
    })
}

/// How many rows a table has.
private struct RowCount: CustomStringConvertible {
  var rows: Int
  var isExact: Bool

  var description: String { (isExact ? "" : "about ") + counted(rows, "row") }
}

/// Counts up to a million rows; beyond, the last row's number is near enough.
private func rowCount(_ table: String, _ repl: REPL) throws -> RowCount {
  let name = sqlName(table)
  let most = 1_000_000
  let count = try repl.row("SELECT count(*) FROM (SELECT 1 FROM \(name) LIMIT \(most + 1))")
  let rows = Int(count[0].number ?? 0)
  if rows <= most { return RowCount(rows: rows, isExact: true) }
  // A table without row numbers says so by an error.
  let last = try? repl.store.table("SELECT max(rowid) FROM \(name)").rows.first?[0].number
  return RowCount(rows: max(Int(last ?? 0), most), isExact: false)
}
