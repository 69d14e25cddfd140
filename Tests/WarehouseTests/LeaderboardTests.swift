import Tables
import Testing
import Warehouse

@Suite struct LeaderboardTests {
  private func board(_ lab: Lab) throws -> [[Value]] {
    try lab.rows(
      """
      SELECT framework, mean_rank, wins, round(mean, 12), round(median, 12), runs, failed
      FROM leaderboard ORDER BY metric, mean_rank IS NULL, mean_rank, framework
      """)
  }

  @Test func `an empty warehouse has an empty leaderboard`() throws {
    #expect(try board(Lab()) == [])
  }

  @Test func `ranks are of means over seeds, ties share ranks and wins`() throws {
    let lab = try Lab()
    for (framework, scores) in [("a", [0.9, 0.7]), ("b", [0.8, 0.8]), ("c", [0.1, 0.3])] {
      for (seed, score) in scores.enumerated() {
        try lab.run(framework, on: "d1", seed: seed, score)
      }
    }
    for (framework, score) in [("a", 0.5), ("b", 0.6), ("c", 0.7)] {
      try lab.run(framework, on: "d2", score)
    }
    let expected: [[Value]] = [
      ["b", 1.75, 0.5, 0.7, 0.7, 3, 0],
      ["c", 2.0, 1.0, 0.45, 0.45, 3, 0],
      ["a", 2.25, 0.5, 0.65, 0.65, 3, 0],
    ]
    #expect(try board(lab) == expected)
  }

  @Test func `a metric where lower is better ranks the lowest first`() throws {
    let lab = try Lab()
    try lab.run("a", on: "d1", metric: "logloss", 0.2)
    try lab.run("b", on: "d1", metric: "logloss", 0.1)
    #expect(try board(lab).map { $0[0] } == ["b", "a"])
  }

  @Test func `only datasets that all finished are blocks, failures are counted all the same`()
    throws
  {
    let lab = try Lab()
    try lab.run("a", on: "d1", 0.9)
    try lab.run("b", on: "d1", 0.8)
    try lab.run("a", on: "d2", 0.1)
    try lab.run("b", on: "d2", nil)
    let expected: [[Value]] = [
      ["a", 1.0, 1.0, 0.9, 0.9, 2, 0],
      ["b", 2.0, 0.0, 0.8, 0.8, 2, 1],
    ]
    #expect(try board(lab) == expected)
  }

  @Test func `a framework that finished nothing stands below with no rank`() throws {
    let lab = try Lab()
    try lab.run("a", on: "d1", 0.9)
    try lab.run("z", on: "d1", nil)
    let expected: [[Value]] = [
      ["a", 1.0, 1.0, 0.9, 0.9, 1, 0],
      ["z", .null, .null, .null, .null, 1, 1],
    ]
    #expect(try board(lab) == expected)
  }

  @Test func `means that differ by the order of addition only are tied`() throws {
    let lab = try Lab()
    for (seed, score) in [0.1, 0.2, 0.3].enumerated() {
      try lab.run("a", on: "d", seed: seed, score)
    }
    for (seed, score) in [0.3, 0.2, 0.1].enumerated() {
      try lab.run("b", on: "d", seed: seed, score)
    }
    let (forth, back) = ([0.1, 0.2, 0.3].reduce(0, +), [0.3, 0.2, 0.1].reduce(0, +))
    #expect(forth != back)
    #expect(try board(lab).map { $0[1] } == [1.5, 1.5])
  }

  @Test func `versions of a framework are one competitor`() throws {
    let lab = try Lab()
    try lab.run("a", on: "d1", 0.9)
    try lab.run("b", on: "d1", 0.8)
    try lab.run("b", on: "d2", 0.8)
    try lab.execute(
      """
      INSERT INTO frameworks (id, name, version) VALUES (9, 'a', '2.0');
      INSERT INTO tasks (id, framework_id, dataset_id, type, seed, fold, budget_id)
      SELECT 9, 9, id, 'classification', 0, 0, 1 FROM datasets WHERE name = 'd2';
      INSERT INTO runs (id, task_id, source_id, status) VALUES (9, 9, 1, 'ok');
      INSERT INTO scores (run_id, metric_id, value) VALUES (9, 1, 0.9);
      """)
    let expected: [[Value]] = [["a", 1.0], ["b", 2.0]]
    #expect(try board(lab).map { Array($0[...1]) } == expected)
  }
}
