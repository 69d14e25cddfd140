import Tables
import Testing
import Warehouse

/// Three frameworks on two datasets of two seeds: `b` failed once on d1 and always on d2.
@Suite struct RuledMeansTests {
  private func lab() throws -> Lab {
    let lab = try Lab()
    for (seed, score) in [0.2, 0.4].enumerated() {
      for dataset in ["d1", "d2"] { try lab.run("constant", on: dataset, seed: seed, score) }
    }
    for (seed, score) in [0.8, 0.6].enumerated() {
      for dataset in ["d1", "d2"] { try lab.run("a", on: dataset, seed: seed, score) }
    }
    try lab.run("b", on: "d1", seed: 0, 1.0)
    try lab.run("b", on: "d1", seed: 1, nil)
    for seed in 0...1 { try lab.run("b", on: "d2", seed: seed, nil) }
    return lab
  }

  private func means(_ rule: String, _ framework: String = "b") throws -> [[Value]] {
    try lab().rows(
      """
      SELECT dataset, round(value, 12), round(scaled, 12), scores, imputed FROM ruled_scores
      WHERE rule = :rule AND framework = :framework ORDER BY dataset
      """, ["rule": .text(rule), "framework": .text(framework)])
  }

  @Test func `drop takes a framework's own scores and leaves out the rest`() throws {
    #expect(try means("drop") == [["d1", 1.0, 1.0, 1, 0]])
    #expect(try means("drop", "a").map { $0[1] } == [0.7, 0.7])
  }

  @Test func `worst fills in the lowest score of the dataset`() throws {
    #expect(try means("worst") == [["d1", 0.6, 0.5, 2, 1], ["d2", 0.2, 0.0, 2, 2]])
  }

  @Test func `reference fills in the constant predictor's score of the same seed`() throws {
    let d2 = (0.3 - 0.2) / (0.8 - 0.2)
    let rows = try means("reference")
    #expect(rows[0] == ["d1", 0.7, 0.625, 2, 1])
    #expect(rows[1][1] == 0.3)
    #expect(abs((rows[1][2].number ?? .nan) - d2) < 1e-9)
    #expect(rows[1][4] == 2)
  }

  @Test func `original keeps the seeds that all finished, for every framework`() throws {
    #expect(try means("original") == [["d1", 1.0, 1.0, 1, 0]])
    #expect(try means("original", "a") == [["d1", 0.8, 0.75, 1, 0]])
  }

  @Test func `original takes the absolute value of R2, no other rule does`() throws {
    let lab = try Lab()
    try lab.run("a", on: "d", metric: "r2", -0.5)
    let rows = try lab.rows("SELECT value FROM ruled_scores ORDER BY rule")
    #expect(rows == [[-0.5], [0.5], [-0.5], [-0.5]])
  }

  @Test func `datasets of one name are told apart by their id`() throws {
    let lab = try Lab()
    try lab.run("a", on: "adult", 0.9)
    try lab.execute(
      """
      INSERT INTO datasets (id, name, openml_id) VALUES (8, 'adult', 179);
      INSERT INTO tasks (id, framework_id, dataset_id, type, seed, fold, budget_id)
      SELECT 8, id, 8, 'classification', 0, 0, 1 FROM frameworks;
      INSERT INTO runs (id, task_id, source_id, status) VALUES (8, 8, 1, 'ok');
      INSERT INTO scores (run_id, metric_id, value) VALUES (8, 1, 0.8);
      """)
    #expect(try lab.query("scores").column("dataset") == ["adult", "adult (179)"])
    #expect(try lab.query("ranks").column("dataset") == ["adult", "adult (179)"])
  }

  @Test func `a rerun is no second task that others miss`() throws {
    let lab = try Lab()
    for key in ["1", "2"] { try lab.run("a", on: "d", seed: 1, 0.9, key: key) }
    try lab.run("b", on: "d", seed: 1, 0.8)
    let rows = try lab.rows(
      "SELECT framework, value, imputed FROM ruled_scores WHERE rule = 'worst' ORDER BY framework")
    #expect(rows == [["a", 0.9, 0], ["b", 0.8, 0]])
    #expect(try lab.query("status").rows.map { Array($0[4...7]) } == [[2, 2, 0, 0]])
  }

  @Test func `what another source ran is not missing here`() throws {
    let lab = try Lab()
    for seed in 0...2 { try lab.run("a", on: "d", seed: seed, 0.9) }
    try lab.execute(
      """
      INSERT INTO sources (id, name, kind) VALUES (2, 'other', 'test');
      INSERT INTO runs (task_id, source_id, status) SELECT id, 2, 'ok' FROM tasks WHERE seed = 0;
      """)
    let rows = try lab.query("status").rows.map { [$0[0], $0[4], $0[7]] }
    #expect(rows == [["lab", 3, 0], ["other", 1, 0]])
  }

  @Test func `coverage expects of each what any has, and of planned datasets too`() throws {
    let lab = try lab()
    try lab.execute(
      """
      INSERT INTO datasets (id, name) VALUES (9, 'planned');
      INSERT INTO tasks (framework_id, dataset_id, type, seed, fold, budget_id)
      SELECT id, 9, 'classification', 0, 0, 1 FROM frameworks;
      """)
    let rows = try lab.query("coverage").rows.map { Array($0[3...8]) }
    let expected: [[Value]] = [
      ["a", 3, 5, 4, 0, 1],
      ["b", 3, 5, 1, 3, 4],
      ["constant", 3, 5, 4, 0, 1],
    ]
    #expect(rows == expected)
  }
}
