import LineEditing
import TestSupport
import Testing
import Warehouse

@testable import Shell

@Suite struct CompleterTests {
  private let completer: Completer

  init() throws {
    let session = try Conversation(access: .readWrite)
    _ = session.type(
      "INSERT INTO frameworks (name) VALUES ('tpot'), ('it''s'), ('a' || char(27));",
      "INSERT INTO budgets (name) VALUES ('1h8c');")
    completer = Completer(session.repl)
    self.session = session
  }

  private let session: Conversation

  /// What the `|` of a text may become, the first of it.
  private func first(_ count: Int, of text: String) -> [String] {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return completer.complete(parts[0], parts[1]).candidates.prefix(count).map(\.text)
  }

  @Test(
    arguments: [
      ("|", ["SELECT", "WITH"]), ("sel|", ["select"]), ("SEL|", ["SELECT"]),
      ("select f| from results", ["framework", "fold", "f1"]),
      ("select | from runs r", ["*", "id", "task_id"]),
      ("select framework, a| from results", ["auc", "acc", "avg("]),
      ("select id from runs r, tasks t where i|", ["r.id", "imputed", "t.id"]),
      (
        "select 1 where exists (select s| from runs) -- x",
        ["source_id", "superseded_by", "status"]
      ),
      (
        "select framework, avg(f1) mean from results group by 1 order by m|",
        ["mean", "mse", "mae"]
      ),
      ("select med| from results", ["median("]),
      ("select x.| from (select auc s from scores_of) x", ["*", "s"]),
      (
        "with best as (select framework, max(f1) as top from results) select | from best",
        ["*", "framework", "top"]
      ),
      ("with best as (select 1) select * from b|", ["best"]),
      ("select framework from results |", ["where", "join"]),
      ("select \"ord| from scores_of", []), ("select \"fr| from results", ["\"framework\""]),
      ("update runs set st|", ["status", "started_at"]),
      ("insert into datasets (o|", ["openml_id", "one_hot"]),
      ("select * from runs join logs using (|", ["id", "task_id"]),
      ("select cast(f1 as r|", ["real"]), ("pragma table_i|", ["table_info"]),
      ("drop index logs_b|", ["logs_by_run", "logs_by_task"]),
      ("select * from main.tas|", ["tasks"]),
      ("select 12|", []), ("select 'a| ", []), ("-- sel|", []),
      ("select * from results r where r.fra|mework = 1", ["framework"]),
    ] as [(String, [String])])
  func `the place decides what may stand`(_ text: String, _ expected: [String]) {
    #expect(first(max(expected.count, expected.isEmpty ? 1 : 0), of: text) == expected)
  }

  /// Rows of `repl-anchors.md`: what pgcli does on a schema of the same shape.
  @Test(arguments: [
    ("select * from lbrd|", ["leaderboard"]),
    (
      "select * from runs r join |",
      [
        "tasks t on t.id = r.task_id", "sources s on s.id = r.source_id",
        "metrics m on m.id = r.metric_id",
      ]
    ),
    ("select * from runs r join tas|", ["tasks t on t.id = r.task_id", "tasks"]),
    ("SELECT * FROM runs JOIN tas|", ["tasks ON tasks.id = runs.task_id"]),
    ("SELECT * FROM runs AS r JOIN tas|", ["tasks AS t ON t.id = r.task_id"]),
    ("select * from tasks t join ru|", ["runs r on r.task_id = t.id"]),
    ("select * from runs r join tasks t on |", ["t.id = r.task_id", "t.id = r.id"]),
    ("select * from runs r join tasks t on r.|", ["id", "task_id", "source_id"]),
    ("select * from runs r join tasks t on t.id = |", ["r.task_id"]),
    ("with c as (select 1 as a, 2 as b) select c.| from c", ["*", "a", "b"]),
  ])
  func `it is at least as good as pgcli`(_ text: String, _ expected: [String]) {
    #expect(first(expected.count, of: text) == expected)
  }

  @Test func `views are joined by the keys that their columns show`() {
    #expect(first(1, of: "select * from results r join run|") == ["runs r2 on r2.id = r.run_id"])
    #expect(
      first(1, of: "select * from results r join meas|") == [
        "measurements m on m.run_id = r.run_id"
      ])
    #expect(first(1, of: "select * from failures f join log|") == ["logs l on l.id = f.log_id"])
    // A dataset_id of the views is OpenML's, not the table's key.
    #expect(
      first(1, of: "select * from results r join datasets|") == [
        "datasets d on d.openml_id = r.dataset_id"
      ])
  }

  @Test func `values of a column stand behind its comparison`() {
    #expect(
      first(2, of: "select * from scores_of where framework = |") == ["'AutoGluon_best'", "'tpot'"])
    #expect(
      first(1, of: "select * from scores_of where framework in ('tpot', |") == ["'AutoGluon_best'"])
    #expect(first(1, of: "select * from scores_of where framework = 'tp|'") == ["'tpot"])
    // A view's column has its values where they come from; what cannot be typed is left out.
    #expect(first(3, of: "select * from results where framework <> '|") == ["'it''s'", "'tpot'"])
    #expect(first(2, of: "select * from results where status = |") == ["'queued'", "'running'"])
    #expect(first(1, of: "select * from results where budget like '1|") == ["'1h8c'"])
  }

  @Test func `what changes is seen`() {
    #expect(first(1, of: "select * from brand|") == [])
    _ = session.type("CREATE TABLE brand_new (x TEXT);", "INSERT INTO brand_new VALUES ('a');")
    #expect(first(1, of: "select * from brand|") == ["brand_new"])
    #expect(first(1, of: "select * from brand_new where x = '|") == ["'a'"])
    _ = session.type("UPDATE brand_new SET x = 'b';")
    #expect(first(1, of: "select * from brand_new where x = '|") == ["'b'"])
  }

  @Test func `names are quoted where SQL would misread them`() {
    _ = session.type("CREATE TABLE \"my order\" (\"group\" TEXT, \"a b\" TEXT);")
    #expect(first(1, of: "select * from my|") == ["\"my order\""])
    #expect(first(3, of: "select | from \"my order\"") == ["*", "\"group\"", "\"a b\""])
  }

  @Test func `every function has a signature`() throws {
    let catalog = try Catalog(of: session.repl.store)
    let unknown = catalog.functions.map(\.name).filter {
      FunctionSignatures.all[$0] == nil && !FunctionSignatures.hidden.contains($0)
    }
    #expect(unknown.isEmpty)
  }
}
