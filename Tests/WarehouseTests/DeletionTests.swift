import Benchmark
import Tables
import Testing
import Warehouse

struct DeletionTests {
  private static let result = "tpot,31,classification,75,nan,nan,0.5,0.75\n"
  private static let log = "logs/fail/tpot/31-classification-75/1.log"
  private static let passed = "logs/pass/tpot/31-classification-75/2.log"
  private static let task = TaskReference(
    framework: Framework(name: "tpot"), dataset: Dataset(openMLID: 31, name: "31"),
    type: .classification, seed: 75)

  private func bucket() throws -> Bucket {
    let bucket = try Bucket()
    try bucket.sync(
      ("out/results7.csv", Self.result), (Self.log, "MemoryError\n"), (Self.passed, "done\n"),
      ("out/results8.csv", "tpot,31,classification,85,nan,nan,0.25,0.5\n"),
      ("out/results9.csv", "h2o,31,classification,75,nan,nan,0.25,0.5\n"))
    return bucket
  }

  @Test func `the runs of a task go with their logs, and leave tombstones`() throws {
    let bucket = try bucket()
    let store = bucket.lab.store
    let tasks = try store.tasks(matching: [Self.task])
    let plan = try store.deletion(ofTasks: tasks.ids)
    #expect(plan.runs.count == 2 && plan.logs.count == 2)
    let keys = [Self.log, Self.passed, "out/results7.csv"].map { "bench/" + $0 }
    #expect(plan.objects.map(\.key) == keys)
    #expect(plan.objects.allSatisfy { $0.source == "s3" && $0.location == "s3://lab/bench/" })
    #expect(try bucket.lab.count("runs") == 4)

    #expect(try store.delete(plan) == plan)
    #expect(try bucket.lab.count("runs") == 2)
    #expect(try bucket.lab.count("logs") == 0)
    #expect(try bucket.lab.count("scores") == 4)
    #expect(try bucket.rows("SELECT key FROM tombstones ORDER BY key") == keys.map { [.text($0)] })
    #expect(try bucket.rows("SELECT rowid FROM log_search WHERE log_search MATCH 'done'") == [])
    #expect(try bucket.faults().isEmpty)

    #expect(try bucket.sync(("out/results7.csv", Self.result), (Self.log, "?")).tombstoned == 2)
    #expect(try bucket.lab.count("runs") == 2)
    #expect(try store.ledger(of: "s3").filter(\.isTombstone).count == 3)
    #expect(try store.delete(plan).isEmpty)
  }

  @Test func `earlier versions of a run go with it`() throws {
    let bucket = try bucket()
    try bucket.sync(("out/results8.csv", "h2o,99,classification,5,nan,nan,0.25,0.5\n"))
    let plan = try bucket.lab.store.deletion(of: Selection(["dataset=99"]))
    #expect(plan.runs.count == 2 && plan.objects.map(\.key) == ["bench/out/results8.csv"])
    try bucket.lab.store.delete(plan)
    #expect(try bucket.rows("SELECT count(*) FROM runs WHERE superseded_by IS NOT NULL") == [[0]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `what an object said before may go alone`() throws {
    let bucket = try bucket()
    try bucket.sync(("out/results8.csv", "h2o,99,classification,5,nan,nan,0.25,0.5\n"))
    var task = Self.task
    task.seed = 85
    let tasks = try bucket.lab.store.tasks(matching: [task])
    let plan = try bucket.lab.store.deletion(ofTasks: tasks.ids)
    #expect(plan.runs.count == 1 && plan.objects.isEmpty)
    try bucket.lab.store.delete(plan)
    #expect(try bucket.lab.count("results") == 4)
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `the log of a task that never ran goes too`() throws {
    let bucket = try Bucket()
    try bucket.sync((Self.passed, "done\n"))
    let tasks = try bucket.lab.store.tasks(matching: [Self.task])
    let plan = try bucket.lab.store.deletion(ofTasks: tasks.ids)
    #expect(plan.runs.isEmpty && plan.logs.count == 1 && plan.objects.count == 1)
    try bucket.lab.store.delete(plan)
    #expect(try bucket.lab.count("objects") == 0)
  }

  @Test func `runs that no bucket brought just go`() throws {
    let lab = try Lab()
    for seed in 0..<300 { try lab.run("tpot", on: "adult", seed: seed, seed < 200 ? 0.5 : nil) }
    let plan = try lab.store.deletion(of: Selection(["status=ok"]))
    #expect(plan.runs.count == 200 && plan.objects.isEmpty)
    try lab.store.delete(plan)
    #expect(try lab.rows("SELECT runs, failed, finished FROM cells") == [[100, 100, 0]])
    #expect(try lab.count("cell_scores") == 0)
    #expect(try lab.count("tombstones") == 0)
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test func `nothing chosen is nothing deleted`() throws {
    let lab = try Lab()
    #expect(try lab.store.deletion(ofTasks: []).isEmpty)
    #expect(try lab.store.delete(Deletion()).isEmpty)
  }
}
