import TestSupport
import Testing

@testable import SQLSyntax

/// A small catalog: a table's name and its columns.
private let catalog: [String: [String]] = [
  "runs": ["id", "task_id", "status", "duration"], "tasks": ["id", "type", "seed"],
  "json_each": ["key", "value"],
]

private func columns(_ schema: String?, _ name: String) -> [SQLColumn]? {
  catalog[name.lowercased()].map { names in
    names.map { SQLColumn($0, origin: SQLColumn.Origin(name.lowercased(), $0)) }
  }
}

/// The place at the `|` of a text.
private func place(_ text: String) -> SQLPlace {
  let bytes = Array(text.utf8)
  let cursor = bytes.lastIndex(of: UInt8(ascii: "|")) ?? bytes.count
  let whole = Array(bytes[..<cursor] + bytes[min(cursor + 1, bytes.count)...])
  return sqlPlace(in: whole, sqlTokens(whole), at: cursor, columns: columns)
}

@Suite struct SQLPlacesTests {
  @Test(
    arguments: [
      ("|", .statement), ("sel|", .statement), ("explain |", .statement), ("select 'a|", .operand),
      ("select |", .operand), ("select a, |", .operand), ("select a |", .keyword),
      ("select count(|", .operand), ("select count(*|", .keyword), ("select * |", .keyword),
      ("select 2 * |", .operand), ("select a from |", .relation), ("select a from r|", .relation),
      ("select a from runs, |", .relation), ("select a from runs |", .keyword),
      ("select a from runs join |", .join), ("select a from runs left |", .keyword),
      ("select a from runs as |", .nothing), ("select a from runs join tasks on |", .condition),
      ("select a from runs join tasks on id = |", .operand),
      ("select a from runs join tasks using (|", .column),
      ("select a from runs join tasks using |", .keyword), ("select a from main.|", .relation),
      ("select a from runs where |", .operand), ("select a from runs where a |", .keyword),
      ("select a from runs where a and |", .operand),
      ("select a from runs where a in (|", .operand),
      ("select a from runs group |", .keyword), ("select a from runs group by |", .operand),
      ("select a from runs order by a |", .keyword), ("select a from runs limit |", .nothing),
      ("select a from runs limit 5 |", .keyword), ("select a -- |", .nothing),
      ("select a /* | */", .nothing), ("select 12|", .nothing), ("select \"a\"|", .nothing),
      ("select cast(a as |", .type), ("select a collate |", .collation), ("pragma |", .pragma),
      ("insert into |", .relation), ("insert into runs (|", .column), ("update |", .relation),
      ("update runs set |", .column), ("update runs set id = |", .operand),
      ("update runs set id = 1, |", .column), ("delete |", .keyword), ("delete from |", .relation),
      ("create index i on |", .relation), ("create index i on runs (|", .column),
      ("create |", .keyword), ("create view v as |", .keyword), ("drop table |", .relation),
      ("drop index |", .index), ("with a as (|", .statement), ("select a from (|", .relation),
      ("alter table runs rename column |", .column),
    ] as [(String, SQLPlace.Want)])
  func `the words before tell what may stand`(_ text: String, _ want: SQLPlace.Want) {
    #expect(place(text).want == want)
  }

  /// Labels of the relations in scope, each SELECT's in brackets, with their columns.
  private func scope(_ text: String) -> String {
    place(text).scope.map { relations in
      let shown = relations.map { "\($0.label): " + $0.columns.map(\.name).joined(separator: " ") }
      return "[" + shown.joined(separator: ", ") + "]"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("select | from tasks t", "[t: id type seed]"),
    ("select | from tasks as t where id = 1; select 2 from runs", "[t: id type seed]"),
    ("select t.| from runs r, tasks t", "[r: id task_id status duration, t: id type seed]"),
    ("select * from (select id, seed s from tasks) x where |", "[x: id s]"),
    ("select * from (select | from tasks) x join runs", "[tasks: id type seed]"),
    (
      "select * from runs where id in (select | from tasks t)",
      "[t: id type seed] [runs: id task_id status duration]"
    ),
    ("with a(p, q) as (select 1, 2) select | from a", "[a: p q]"),
    ("with a as (select *, seed + 1 from tasks) select | from a", "[a: id type seed seed + 1]"),
    (
      "with a as (select t.*, count(*) n from tasks t), b as (select n from a) select | from b, a",
      "[b: n, a: id type seed n]"
    ),
    ("with recursive n(i) as (select 1 union all select i+1 from n where |) select 1", "[n: i]"),
    (
      "select * from runs, json_each(|)", "[runs: id task_id status duration, json_each: key value]"
    ),
    ("select * from (tasks a join tasks b) where |", "[a: id type seed, b: id type seed]"),
    ("select id from runs union select id from tasks order by |", "[tasks: id type seed]"),
    (
      "select id from runs where | union select id from tasks", "[runs: id task_id status duration]"
    ),
    ("update tasks set seed = 1 where |", "[tasks: id type seed]"),
    ("delete from tasks where |", "[tasks: id type seed]"),
    ("insert into tasks select | from runs", "[runs: id task_id status duration]"),
    ("insert into tasks values (1) returning |", "[tasks: id type seed]"),
    ("select max(| from tasks", "[tasks: id type seed]"),
    ("select * from tasks where id = 'a| order by seed", "[tasks: id type seed]"),
    (
      "select (select 1 from runs where |) from tasks t",
      "[runs: id task_id status duration] [t: id type seed]"
    ),
  ])
  func `relations in scope are known with their columns`(_ text: String, _ expected: String) {
    #expect(scope(text) == expected)
  }

  @Test func `a comparison tells with which column`() {
    func compared(_ text: String) -> String? {
      place(text).compared.map { ($0.qualifier.map { $0 + "." } ?? "") + $0.name }
    }
    #expect(compared("select 1 from runs where status = |") == "status")
    #expect(compared("select 1 from runs r where r.status <> 'f|") == "r.status")
    #expect(compared("select 1 from runs where status in ('a', |") == "status")
    #expect(compared("select 1 from runs r where r.status not in (|") == "r.status")
    #expect(compared("select 1 from runs where status not like |") == "status")
    #expect(compared("select 1 from runs where status is not |") == "status")
    #expect(compared("select 1 from runs where \"status\" = |") == "status")
    #expect(compared("select 1 from runs where 2 = |") == nil)
    #expect(compared("select 1 from runs where id in (select |") == nil)
  }

  @Test func `a word is told with what qualifies it`() {
    let found = place("select r.\"st| from runs r")
    #expect(found.qualifier == ["r"] && found.typed == 9..<12)
    #expect(place("select main.runs.| from runs").qualifier == ["main", "runs"])
    #expect(place("select framew|ork from runs").typed == 7..<13)
  }

  @Test func `aliases of the select list are known behind it`() {
    #expect(
      place("select avg(seed) as s, id k from tasks order by |").results.map(\.name) == ["s", "k"])
  }

  @Test func `what follows depends on the clause`() {
    #expect(place("select id |").keywords.first == "FROM")
    #expect(place("select id from runs |").keywords.first == "WHERE")
    #expect(place("select id from runs join tasks |").keywords.first == "ON")
    #expect(place("select case when a |").keywords.first == "THEN")
    #expect(place("select case when a then b |").keywords.prefix(3) == ["WHEN", "ELSE", "END"])
    #expect(place("select count(*) |").keywords.first == "OVER (")
    #expect(place("select id from runs order |").keywords == ["BY"])
    #expect(place("select a over (|").keywords.first == "PARTITION BY")
  }

  @Test func `a view's columns come with their origin`() {
    let found = sqlColumns(
      ofView: "CREATE VIEW v AS SELECT r.id AS run, t.*, max(seed) m FROM runs r JOIN tasks AS t",
      columns: columns)
    #expect(found.map(\.name) == ["run", "id", "type", "seed", "m"])
    #expect(found[0].origin == SQLColumn.Origin("runs", "id") && found[4].origin == nil)
  }

  @Test func `any text can be read at any place`() {
    var generator = SplitMix64(seed: 4)
    let words = """
      select from where with as ( ) , . ; * = 'a join on using union order by group in over case
      when then end insert into update set values delete create index table view runs tasks r a.b
      recursive "x" -- /* not is null distinct returning conflict do exists limit cast
      """.split(whereSeparator: \.isWhitespace)
    for _ in 0..<4000 {
      let count = Int.random(in: 0..<25, using: &generator)
      let text = (0..<count).map { _ in String(words.randomElement(using: &generator)!) }
        .joined(separator: " ")
      let cursor = Int.random(in: 0...text.utf8.count, using: &generator)
      let bytes = Array(text.utf8)
      let found = sqlPlace(in: bytes, sqlTokens(bytes), at: cursor, columns: columns)
      #expect(found.typed.upperBound == cursor && found.typed.lowerBound >= 0)
    }
  }

  @Test func `deep brackets and long lists end`() {
    for unit in [
      "(", "select (", "with a as (select ", "a,", "* from runs, ", "case when ", "a.", ")",
    ] {
      let text = "select " + String(repeating: unit, count: 5000) + "|"
      #expect(place(text).typed.upperBound == text.utf8.count - 1)
    }
  }
}
