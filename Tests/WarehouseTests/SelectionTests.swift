import Tables
import Testing
import Warehouse

struct SelectionTests {
  private func lab() throws -> Lab {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", seed: 1, 0.5)
    try lab.run("h2o", on: "adult", seed: 2, nil)
    try lab.run("h2o", on: "my data", seed: 3, 0.75)
    try lab.execute(
      """
      UPDATE datasets SET openml_id = 31 WHERE name = 'adult';
      UPDATE runs SET started_at = '2026-05-0' || id || 'T08:00:00Z' WHERE id < 3;
      INSERT INTO objects (source_id, key, kind, etag, size, modified_at, run_id)
      VALUES (1, 'x', 'result', '', 0, '2026-05-03T08:00:00.000Z', 3);
      """)
    return lab
  }

  private func chosen(_ words: String..., in lab: Lab) throws -> [Int64] {
    let (condition, bindings) = try Selection(words).condition
    return try lab.rows(
      "SELECT run_id FROM results WHERE \(condition) ORDER BY run_id", bindings
    ).compactMap { if case .integer(let id) = $0[0] { id } else { nil } }
  }

  @Test func `values are alternatives, keys narrow one another`() throws {
    let lab = try lab()
    #expect(try chosen("framework=tpot,h2o", in: lab) == [1, 2, 3])
    #expect(try chosen("framework=tpot, h2o class=framework", in: lab) == [2])
    #expect(try chosen("framework=h2o", "framework=tpot", "seed=1,3", in: lab) == [1, 3])
    #expect(try chosen("status=ok type=classification fold=0", in: lab) == [1, 3])
    #expect(try chosen("source=lab budget=1h status=failed", in: lab) == [2])
    #expect(try chosen("framework=x' OR 1 --", in: lab) == [])
    #expect(try chosen(in: lab) == [1, 2, 3])
    #expect(try Selection([]).isEmpty && Selection([" "]).isEmpty)
  }

  @Test func `a dataset goes by its name or its number`() throws {
    let lab = try lab()
    #expect(try chosen("dataset=31", in: lab) == [1, 2])
    #expect(try chosen("dataset=adult,my data", in: lab) == [1, 2, 3])
    #expect(try chosen("dataset=my data", in: lab) == [3])
  }

  @Test func `a run began when it or its bucket says`() throws {
    let lab = try lab()
    #expect(try chosen("since=2026-05-02", in: lab) == [2, 3])
    #expect(try chosen("since=2026-05-02T08:00:01Z", in: lab) == [3])
    #expect(try chosen("since=2026-05-04", in: lab) == [])
  }

  @Test(arguments: [
    ("tpot", "\"tpot\" has no key, as framework=tpot has"),
    ("framwork=tpot", "nothing is selected by \"framwork\"; did you mean framework?"),
    (
      "colour=red",
      "nothing is selected by \"colour\"; there are framework, dataset, type, seed, fold, budget, "
        + "status, class, source and since"
    ),
    ("status=faild", "no run has the status \"faild\"; did you mean failed?"),
    (
      "type=images",
      "no run has the type \"images\"; there are classification, regression and timeseries"
    ),
    ("seed=one", "seed=one is no whole number"),
    ("since=yesterday", "since=yesterday is no date such as 2026-05-01"),
    ("since=2026-13-01", "since=2026-13-01 is no date such as 2026-05-01"),
    ("framework=,", "framework= has no value to select by"),
  ])
  func `what cannot be meant is refused with what could`(words: String, message: String) {
    let error = #expect(throws: StoreError.self) { try Selection([words]) }
    #expect(error?.description == message)
  }

  @Test func `a name that the warehouse does not have is refused`() throws {
    let lab = try lab()
    try lab.store.check(Selection(["framework=tpot dataset=31,my data source=lab budget=1h"]))
    let error = #expect(throws: StoreError.self) {
      try lab.store.check(Selection(["framework=tpott"]))
    }
    #expect(error?.description == "no framework \"tpott\" is here; did you mean tpot?")
  }
}
