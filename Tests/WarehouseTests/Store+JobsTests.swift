import Benchmark
import Tables
import Testing
import Warehouse

/// The queue that several processes take tasks from.
@Suite struct StoreJobsTests {
  private let lab: Lab

  init() throws {
    lab = try Lab()
  }

  private func task(_ dataset: String) -> BenchmarkTask {
    BenchmarkTask(
      framework: Framework(name: "tpot", version: "1"), dataset: Dataset(name: dataset),
      type: .classification, seed: 75, budget: .unspecified)
  }

  private func queue(
    _ datasets: [String], again: Bool = false, atMost limit: Int? = nil, keeping: Bool = true,
    gone: Set<String> = []
  ) throws -> Store.Queueing {
    try lab.store.queue(
      datasets.map(task), again: again, atMost: limit, keeping: keeping, source: "local",
      whoseWorkerIsGone: gone.contains)
  }

  private func finish(_ job: Store.QueuedTask, _ outcome: Outcome, again: Bool = false) throws {
    #expect(try lab.store.take(job.job, for: "me", at: "2026-11-24T00:00:00Z"))
    try lab.store.record(Run(outcome: outcome), of: job, source: "local", again: again)
  }

  private func states() throws -> [String] {
    try lab.store.table("SELECT state FROM jobs ORDER BY id").rows.compactMap { $0[0].string }
  }

  @Test func `tasks are queued in their order, each once`() throws {
    let queued = try queue(["iris", "zoo", "iris"]).queued
    #expect(queued.map(\.task.dataset.name) == ["iris", "zoo"])
    #expect(try queue(["zoo"]).queued.map(\.job) == [queued[1].job])
    #expect(try states() == ["queued", "queued"])
  }

  @Test func `a job is taken by one worker`() throws {
    let job = try queue(["iris"]).queued[0]
    #expect(try lab.store.take(job.job, for: "one", at: "2026-11-24T00:00:00Z"))
    #expect(try !lab.store.take(job.job, for: "other", at: "2026-11-24T00:00:00Z"))
    let later = try queue(["iris"])
    #expect(later.queued.isEmpty && later.running == 1)
  }

  @Test func `what has a result is not queued`() throws {
    try finish(queue(["iris"]).queued[0], .ok)
    #expect(try states() == ["ended"])
    for again in [true, false] {
      let later = try queue(["iris"], again: again)
      #expect(later.queued.isEmpty && later.finished == 1)
    }
  }

  @Test func `what failed by its own fault is queued again only when asked for`() throws {
    try finish(queue(["iris"]).queued[0], .failed(.framework, "no"))
    let later = try queue(["iris"])
    #expect(later.queued.isEmpty && later.failed == 1)
    #expect(try queue(["iris"], again: true).queued.count == 1)
  }

  @Test(arguments: [Outcome.killed(.interrupted, "no"), .failed(.infrastructure, "no disk")])
  func `what failed by no fault of its own is queued again`(outcome: Outcome) throws {
    try finish(queue(["iris"]).queued[0], outcome)
    #expect(try queue(["iris"]).queued.count == 1)
  }

  @Test func `a job for another attempt stays in the queue, with its run recorded`() throws {
    let job = try queue(["iris"]).queued[0]
    try finish(job, .failed(.infrastructure, "no disk"), again: true)
    try finish(job, .ok)
    let runs = try lab.store.table("SELECT key, status FROM runs ORDER BY id")
    #expect(runs.rows.map { $0.compactMap(\.string) } == [["1", "failed"], ["2", "ok"]])
  }

  @Test func `the jobs of a worker that is gone end as interrupted and can be run again`() throws {
    let jobs = try queue(["iris", "zoo"]).queued
    #expect(try lab.store.take(jobs[0].job, for: "dead", at: "2026-11-24T00:00:00Z"))
    #expect(try lab.store.take(jobs[1].job, for: "alive", at: "2026-11-24T00:00:00Z"))
    let later = try queue(["iris", "zoo"], gone: ["dead"])
    #expect(later.lost == 1 && later.running == 1 && later.queued.map(\.job) == [jobs[0].job])
    let lost = try lab.store.table("SELECT status, class, message, started_at FROM runs")
    #expect(
      lost.rows.map { $0.compactMap(\.string) } == [
        ["killed", "interrupted", "benchdb was ended while it ran", "2026-11-24T00:00:00Z"]
      ])
  }

  @Test func `a limit leaves the rest out of the queue`() throws {
    #expect(try queue(["a", "b", "c"], atMost: 2).queued.count == 2)
    #expect(try states().count == 2)
  }

  @Test func `a rehearsal changes nothing`() throws {
    #expect(try queue(["a"], keeping: false).queued.count == 1)
    #expect(try states().isEmpty)
    #expect(try lab.store.table("SELECT * FROM tasks").rows.isEmpty)
  }
}
