import Tables
import Testing
import Warehouse

/// What the query `standings` counts.
@Suite struct StandingsTests {
  @Test func `tasks of datasets that only other metrics have scores of are not counted`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "binary", metric: "auc", 0.9)
    try lab.run("h2o", on: "binary", metric: "auc", 0.8)
    try lab.run("tpot", on: "many", metric: "logloss", 0.3)
    try lab.run("h2o", on: "many", nil)
    try lab.run("tpot", on: "lost", nil)
    let query = try QueryLibrary(folder: "", store: lab.store).query("standings")
    let table = try lab.store.table(query.sql, bindings: query.bindings(["metric": "auc"]))
    let counts = try ["expected", "finished", "failed"].map { name in
      try table.column(name).map { $0.number }
    }
    #expect(try table.column("framework").map(\.string) == ["h2o", "tpot"])
    #expect(counts == [[2, 2], [1, 1], [0, 1]])
  }
}
