import Benchmark
import Foundation
import Tables
import TestSupport
import Testing
import Warehouse

@Suite struct RecordTests {
  static let task = BenchmarkTask(
    framework: Framework(name: "constant", version: "1.9.1"),
    dataset: Dataset(openMLID: 61, name: "61"), type: .classification, seed: 75,
    budget: Budget(cores: 1, memoryMB: 2000, softSeconds: 120, hardSeconds: 300))

  static let run = Run(
    outcome: .ok, startedAt: "2026-11-24T06:00:00Z", duration: .seconds(1.5),
    trainingTime: .seconds(1), predictionTime: .seconds(0.25), cpuTime: .seconds(1.25),
    peakMemoryMB: 140,
    scores: [Score(metric: "f1", value: 0.5), Score(metric: "auc", value: 0.75)],
    details: #"{"model":"constant"}"#, log: "DummyClassifier()\n")

  @Test func `task, run, scores and log are recorded`() throws {
    let store = try fresh()
    _ = try store.record(Self.run, of: Self.task, source: "local")
    let results = try store.table(
      """
      SELECT framework, version, dataset_id, dataset, type, seed, fold, budget, status, class,
        duration, source, f1, auc, logloss
      FROM results
      """)
    #expect(
      results.rows == [
        [
          "constant", "1.9.1", 61, "61", "classification", 75, 0, "1c/2000MB/120s/300s", "ok", nil,
          1.5, "local", 0.5, 0.75, nil,
        ]
      ])
    let run = try store.table(
      """
      SELECT started_at, train_seconds, predict_seconds, cpu_seconds, peak_memory_mb,
        details ->> 'model', text
      FROM runs JOIN logs ON logs.run_id = runs.id
      """)
    #expect(
      run.rows == [
        ["2026-11-24T06:00:00Z", 1.0, 0.25, 1.25, 140.0, "constant", "DummyClassifier()\n"]
      ])
    let budget = try store.table("SELECT cores, memory_mb, soft_seconds, hard_seconds FROM budgets")
    #expect(budget.rows == [[1, 2000, 120.0, 300.0]])
    #expect(try store.faults().rows.isEmpty)
  }

  @Test func `a failure is recorded with its class and message`() throws {
    let store = try fresh()
    let run = Run(outcome: .timeout("it broke the hard limit of 300 s"))
    _ = try store.record(run, of: Self.task, source: "local")
    let runs = try store.table("SELECT status, class, message FROM runs")
    #expect(runs.rows == [["timeout", "timeout", "it broke the hard limit of 300 s"]])
  }

  @Test func `another attempt is another run of the same task`() throws {
    let store = try fresh()
    for _ in 0..<3 { _ = try store.record(Self.run, of: Self.task, source: "local") }
    _ = try store.record(Self.run, of: Self.task, source: "elsewhere")
    let counts = try store.table(
      """
      SELECT (SELECT count(*) FROM tasks), (SELECT count(*) FROM datasets), count(*),
        group_concat(key, ' ')
      FROM runs
      """)
    #expect(counts.rows == [[1, 1, 4, "1 2 3 1"]])
    #expect(try store.faults().rows.isEmpty)
  }

  @Test func `own data is known by its name`() throws {
    let store = try fresh()
    var task = Self.task
    task.dataset = Dataset(name: "pairs")
    for _ in 0..<2 { _ = try store.record(Self.run, of: task, source: "local") }
    let datasets = try store.table("SELECT openml_id, name FROM datasets")
    #expect(datasets.rows == [[nil, "pairs"]])
  }

  @Test func `a metric that the warehouse does not know undoes all of it`() throws {
    let store = try fresh()
    var run = Self.run
    run.scores.append(Score(metric: "gini", value: 1))
    #expect(throws: StoreError.self) {
      try store.record(run, of: Self.task, source: "local")
    }
    #expect(try store.table("SELECT count(*) FROM tasks").rows == [[0]])
  }

  private func fresh() throws -> Store {
    let name = "benchdb-record-\(UUID().uuidString).db"
    return try Store.create(at: FileManager.default.temporaryDirectory.appending(path: name).path())
  }
}
