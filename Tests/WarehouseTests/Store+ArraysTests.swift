import Benchmark
import Tables
import Testing
import Warehouse

/// Arrays of tasks that an engine elsewhere runs.
@Suite struct StoreArraysTests {
  private let lab: Lab
  private let budget = Budget(
    name: "small", cores: 1, memoryMB: 2000, softLimit: .seconds(10), hardLimit: .seconds(80))

  init() throws {
    lab = try Lab()
  }

  private func task(_ seed: Int, _ framework: String = "tpot", _ budget: Budget? = nil)
    -> BenchmarkTask
  {
    BenchmarkTask(
      framework: Framework(name: framework, version: "1"),
      dataset: Dataset(openMLID: 61, name: "iris"), type: .classification, seed: seed,
      budget: budget ?? self.budget)
  }

  @discardableResult
  private func queue(
    _ tasks: [BenchmarkTask], again: Bool = false, keeping: Bool = true, most: Int = 2
  ) throws -> Store.Queueing {
    let begun = try lab.rows("SELECT 1 FROM jobs WHERE task_id IS NULL").count
    var made = begun
    return try lab.store.queue(
      tasks, again: again, keeping: keeping,
      inArrays: Store.ArrayPlan(
        backend: "batch", mostTasks: most, kind: { $0.framework.name },
        place: {
          made += 1
          return ("array-\(made)", "s3://lab/jobs/array-\(made).jsonl")
        }, worker: "me"))
  }

  private func news(_ change: (inout Store.ArrayNews) -> Void) -> Store.ArrayNews {
    var news = Store.ArrayNews()
    change(&news)
    return news
  }

  @Test func `tasks of one kind and budget share arrays up to the limit`() throws {
    let other = Budget(name: "large", cores: 8)
    let tasks = [task(1), task(2), task(3), task(1, "h2o"), task(4, "tpot", other)]
    #expect(try queue(tasks).queued.map(\.task) == tasks)
    let arrays = try lab.store.openArrays()
    #expect(arrays.map(\.count) == [2, 1, 1, 1])
    #expect(try lab.store.tasks(ofArray: arrays[0].job) == [task(1), task(2)])
    #expect(try lab.store.tasks(ofArray: arrays[3].job) == [task(4, "tpot", other)])
    #expect(arrays[0].open == [0: false, 1: false])
    #expect(arrays[0].id == nil && arrays[0].worker == "me")
  }

  @Test func `a rehearsal queues nothing`() throws {
    #expect(try queue([task(1)], keeping: false).queued.count == 1)
    #expect(try lab.store.openArrays().isEmpty)
  }

  @Test func `what an array has is queued nowhere else`() throws {
    let local = try lab.store.queue(
      [task(1)], again: false, source: "local", whoseWorkerIsGone: { _ in false }
    ).queued[0]
    try queue([task(1)])
    #expect(try queue([task(1)]).running == 1)
    #expect(try !lab.store.take(local.job, for: "other", at: "2026-11-24T00:00:00Z"))
    let here = try lab.store.queue(
      [task(1)], again: true, source: "local", whoseWorkerIsGone: { _ in true })
    #expect(here.running == 1 && here.queued.isEmpty && here.lost == 0)
  }

  @Test func `one client takes over what another left behind`() throws {
    try queue([task(1)])
    let array = try lab.store.openArrays()[0]
    #expect(try lab.store.take(array: array.job, from: "me", for: "other"))
    #expect(try !lab.store.take(array: array.job, from: "me", for: "third"))
    try lab.store.submitted(array: array.job, as: "job-7", at: "2026-11-24T00:00:00Z")
    #expect(try !lab.store.take(array: array.job, from: "other", for: "third"))
    #expect(try lab.store.openArrays()[0].id == "job-7")
  }

  @Test func `an array that nobody has is as if it had not been queued`() throws {
    try queue([task(1), task(2)])
    try lab.store.forget(array: lab.store.openArrays()[0].job)
    #expect(try lab.rows("SELECT 1 FROM jobs").isEmpty)
    #expect(try queue([task(1)]).queued.count == 1)
  }

  @Test func `an array ends with the last of its tasks`() throws {
    try queue([task(1), task(2)])
    let job = try lab.store.openArrays()[0].job
    try lab.store.submitted(array: job, as: "job-7", at: "2026-11-24T00:00:00Z")
    try lab.store.hear(
      news { $0.running = [0: "2026-11-24T00:00:05Z", 1: nil] }, ofArray: job, source: "batch")
    #expect(try lab.store.openArrays()[0].open == [0: true, 1: true])
    try lab.store.hear(
      news {
        $0.ended = [0]
        $0.waiting = [1]
      }, ofArray: job, source: "batch")
    #expect(try lab.store.openArrays()[0].open == [1: false])
    let lost = Run(outcome: .killed(.interrupted, "the host was ended"))
    for _ in 1...2 {
      try lab.store.hear(news { $0.failed = [1: lost] }, ofArray: job, source: "batch")
    }
    #expect(try lab.store.openArrays().isEmpty)
    let runs = try lab.store.table("SELECT task_id, status, class, message FROM runs")
    #expect(runs.rows == [[2, "killed", "interrupted", "the host was ended"]])
    // Free again: one ended without a word, the other was interrupted.
    #expect(try queue([task(1), task(2)]).queued.count == 2)
  }
}
