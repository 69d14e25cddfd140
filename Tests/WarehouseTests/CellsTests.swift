import Tables
import Testing
import Warehouse

@Suite struct CellsTests {
  private func cells(_ lab: Lab) throws -> [[Value]] {
    try lab.rows(
      """
      SELECT f.name, d.name, c.runs, c.failed, c.finished
      FROM cells AS c
      JOIN frameworks AS f ON f.id = c.framework_id
      JOIN datasets AS d ON d.id = c.dataset_id
      ORDER BY f.name, d.name
      """)
  }

  private func scores(_ lab: Lab) throws -> [[Value]] {
    try lab.rows("SELECT scores, total, least, greatest FROM cell_scores ORDER BY total")
  }

  @Test func `a run and its score are counted when they arrive`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", seed: 1, 0.5)
    try lab.run("tpot", on: "adult", seed: 2, 0.75)
    try lab.run("tpot", on: "adult", seed: 3, nil)
    #expect(try cells(lab) == [["tpot", "adult", 3, 1, 2]])
    #expect(try scores(lab) == [[2, 1.25, 0.5, 0.75]])
  }

  @Test func `a rerun of a task finishes it once`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", nil, key: "first")
    try lab.run("tpot", on: "adult", 0.5, key: "second")
    try lab.run("tpot", on: "adult", 0.5, key: "third")
    #expect(try cells(lab) == [["tpot", "adult", 3, 1, 1]])
  }

  @Test func `what is deleted or changed is counted no more`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", seed: 1, 0.5)
    try lab.run("tpot", on: "adult", seed: 2, 0.75)
    try lab.execute("UPDATE scores SET value = 1 WHERE value = 0.75")
    #expect(try scores(lab) == [[2, 1.5, 0.5, 1.0]])
    try lab.execute("DELETE FROM runs WHERE id = 2")
    #expect(try scores(lab) == [[1, 0.5, 0.5, 0.5]])
    try lab.execute("UPDATE runs SET status = 'failed', class = 'data'")
    #expect(try scores(lab) == [])
    #expect(try cells(lab) == [["tpot", "adult", 1, 1, 0]])
    try lab.execute("DELETE FROM runs")
    #expect(try cells(lab) == [])
  }

  @Test func `a task that moves to another dataset takes its runs along`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", 0.5)
    try lab.execute("INSERT INTO datasets (id, name) VALUES (9, 'census')")
    try lab.execute("UPDATE tasks SET dataset_id = 9")
    #expect(try cells(lab) == [["tpot", "census", 1, 0, 1]])
    #expect(try scores(lab) == [[1, 0.5, 0.5, 0.5]])
  }

  @Test func `two versions that are told apart have cells of their own`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", 0.5)
    try lab.execute(
      """
      INSERT INTO frameworks (id, name, version) VALUES (9, 'tpot', '2');
      INSERT INTO tasks (id, framework_id, dataset_id, type, seed, fold, budget_id)
      SELECT 9, 9, id, 'classification', 0, 0, 1 FROM datasets;
      INSERT INTO runs (id, task_id, source_id, status) VALUES (9, 9, 1, 'ok');
      """)
    #expect(try cells(lab) == [["tpot", "adult", 2, 0, 1]])
    try lab.execute("UPDATE frameworks SET competitor = id")
    #expect(try cells(lab) == [["tpot", "adult", 1, 0, 1], ["tpot", "adult", 1, 0, 1]])
    #expect(try lab.store.faults().rows == [])
  }

  @Test func `check finds a cell that disagrees, and repair mends it`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", 0.5)
    #expect(try lab.store.faults().rows == [])
    try lab.execute("UPDATE cell_scores SET total = 7; DELETE FROM cells")
    #expect(try lab.store.faults().rows.count == 2)
    #expect(try lab.store.reckonCells() == 1)
    #expect(try lab.store.faults().rows == [])
  }
}
