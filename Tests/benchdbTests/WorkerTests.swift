import Benchmark
import Foundation
import TestSupport
import Testing

/// A worker as an engine starts it, by the program itself.
struct WorkerTests {
  private static let budget = Budget(
    cores: 1, memoryMB: 2000, softSeconds: 60, hardSeconds: 180)

  private static func task(_ framework: String, seed: Int = 75) -> BenchmarkTask {
    BenchmarkTask(
      framework: Framework(name: framework, version: "2"), dataset: Dataset(name: "pairs"),
      type: .classification, seed: seed, budget: budget)
  }

  private static let tasks = [task("quarter"), task("broken"), task("endless")]

  /// What a task's objects are called, below the root.
  private static let files = [
    "datasets/pairs.csv": "x,target\n" + (0..<10).map { "\($0),\($0 % 2)\n" }.joined(),
    "datasets/pairs_types.csv": "NAME,TYPE\nx,numerical\ntarget,target\n",
    "frameworks/quarter/adapter.py": """
    # version: 2
    print(*["0,1"] + 3 * ["0.75,0.25"], sep="\\n", file=open("predictions.csv", "w"))
    print("done")

    """,
    "frameworks/broken/adapter.py": "# version: 2\nraise ValueError('no')\n",
    "frameworks/endless/adapter.py": """
    # version: 2
    import time
    print("begun")
    time.sleep(1000)

    """,
    "jobs/abc.jsonl": String(decoding: Manifest(tasks).bytes, as: UTF8.self),
  ]

  private static func shared() throws -> FreshFolder {
    let folder = try FreshFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private static func manifest(_ folder: FreshFolder) -> String {
    "\(folder.url.path)/jobs/abc.jsonl"
  }

  private static func record(_ folder: FreshFolder, _ task: BenchmarkTask) throws -> RunRecord {
    let text = try #require(folder.text("out/results\(task.objectID).json"))
    return try RunRecord(json: Array(text.utf8))
  }

  /// The names of the logs below a folder of `logs/`.
  private static func logs(_ folder: FreshFolder, _ place: String) -> [String] {
    let path = folder.url.appending(path: "logs/\(place)").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test func `a task's record, result and log lie where the original's do`() async throws {
    let folder = try Self.shared()
    let ended = try await folder.benchdb(
      "worker", "--manifest", Self.manifest(folder), environment: ["SLURM_ARRAY_TASK_ID": "0"])
    #expect(ended.status == 0, "\(ended.error)")
    let task = Self.tasks[0]
    // Rows 6, 4 and 7 test: classes 0, 0 and 1, as with `local`.
    let line = try #require(folder.text("out/results\(task.objectID).csv"))
    #expect(line.hasPrefix("quarter,pairs,classification,75,nan,nan,"))
    let record = try Self.record(folder, task)
    #expect(record.task == task)
    #expect(record.run.outcome == .ok)
    #expect(record.run.scores.contains { $0.metric == "acc" && abs($0.value - 2.0 / 3) < 1e-12 })
    #expect(record.job == "abc" && record.index == 0 && !record.host.isEmpty)
    let place = "pass/quarter/pairs-classification-75"
    let log = try #require(Self.logs(folder, place).first)
    #expect(
      folder.text("logs/\(place)/\(log)")
        == "[\(task.objectID),quarter,pairs,classification,75]\ndone\n")
    #expect(Self.logs(folder, "running") == [])
  }

  @Test func `a failed run is written too, without a result, and the worker did its work`()
    async throws
  {
    let folder = try Self.shared()
    let ended = try await folder.benchdb(
      "worker", "--manifest", "file://" + Self.manifest(folder),
      environment: ["AWS_BATCH_JOB_ARRAY_INDEX": "1"])
    #expect(ended.status == 0, "\(ended.error)")
    let record = try Self.record(folder, Self.tasks[1])
    #expect(record.run.outcome == .failed(.framework, "it exited with status 1: ValueError: no"))
    #expect(folder.text("out/results\(Self.tasks[1].objectID).csv") == nil)
    #expect(Self.logs(folder, "fail/broken/pairs-classification-75").count == 1)
  }

  @Test func `a slice runs one after the other and says so`() async throws {
    let folder = try Self.shared()
    let ended = try await folder.benchdb(
      "worker", "--manifest", Self.manifest(folder), "--slice", "0-1", "--state", "state.jsonl")
    #expect(ended.status == 0, "\(ended.error)")
    let states = try #require(folder.text("state.jsonl")).split(separator: "\n")
    #expect(states.count == 4)
    #expect(states[0].hasPrefix(#"{"index":0,"state":"running","at":"#))
    #expect(states[1].hasPrefix(#"{"index":0,"state":"ok","class":null,"at":"#))
    #expect(states[3].hasPrefix(#"{"index":1,"state":"failed","class":"framework","at":"#))
  }

  @Test func `two workers of one task leave the objects of one`() async throws {
    let folder = try Self.shared()
    let arguments = ["worker", "--manifest", Self.manifest(folder), "--index", "0"]
    async let first = folder.benchdb(arguments[0], arguments[1], arguments[2], "--index", "0")
    async let second = folder.benchdb(arguments[0], arguments[1], arguments[2], "--index", "0")
    #expect(try await [first.status, second.status] == [0, 0])
    let out = folder.url.appending(path: "out").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).count == 2)
  }

  // MARK: Ends from outside

  /// A worker at the task that never ends, whose log has come as far as the store.
  private static func endless(_ folder: FreshFolder) async throws -> Program {
    let worker = try Program(
      "benchdb", ["worker", "--manifest", manifest(folder), "--index", "2"], folder: folder.url,
      environment: ["PATH": FreshFolder.path, "HOME": folder.url.path, "LANG": "C.UTF-8"],
      error: .nullDevice)
    let log = "logs/running/\(tasks[2].objectID).log"
    while folder.text(log)?.contains("begun") != true, worker.isRunning { await Task.yield() }
    return worker
  }

  @Test(.timeLimit(.minutes(2))) func `a worker that is asked to end writes what there is`()
    async throws
  {
    let folder = try Self.shared()
    let worker = try await Self.endless(folder)
    kill(worker.processID, SIGTERM)
    #expect(await worker.end() == 130)
    let record = try Self.record(folder, Self.tasks[2])
    #expect(record.run.outcome.failureClass == .interrupted)
    let place = "fail/endless/pairs-classification-75"
    let log = try #require(Self.logs(folder, place).first)
    #expect(folder.text("logs/\(place)/\(log)")?.contains("\nbegun\n") == true)
    #expect(Self.logs(folder, "running") == [])
  }

  @Test(.timeLimit(.minutes(2))) func `the log of a worker that is killed is in the store`()
    async throws
  {
    let folder = try Self.shared()
    let worker = try await Self.endless(folder)
    kill(worker.processID, SIGKILL)
    _ = await worker.end()
    let task = Self.tasks[2]
    #expect(
      folder.text("logs/running/\(task.objectID).log")
        == "[\(task.objectID),endless,pairs,classification,75]\nbegun\n")
    #expect(folder.text("out/results\(task.objectID).json") == nil)
  }

  // MARK: A bucket

  @Test func `a bucket is a store too`() async throws {
    let s3 = try S3Peer()
    try s3.put(Self.files.map { S3Peer.Object("bench/" + $0.key, $0.value) })
    let folder = try FreshFolder()
    let manifest = "s3://lab/bench/jobs/abc.jsonl"
    for _ in 0..<2 {
      let ended = try await folder.benchdb(
        "worker", "--manifest", manifest, "--index", "0", environment: s3.environment)
      #expect(ended.status == 0, "\(ended.error)")
    }
    let id = Self.tasks[0].objectID
    let keys = try s3.keys("bench/out/")
    #expect(keys == ["bench/out/results\(id).csv", "bench/out/results\(id).json"])
    #expect(try s3.keys("bench/logs/running/") == [])
    // The second time the dataset is here already.
    #expect(try s3.requests(.getObject)["bench/datasets/pairs.csv"] == 1)
  }

  @Test func `sync reads a shared folder as it does a bucket`() async throws {
    let shared = try Self.shared()
    let folder = try await FreshFolder.withWarehouse()
    let manifest = Self.manifest(shared)
    let worked = try await folder.benchdb("worker", "--manifest", manifest, "--slice", "0-1")
    #expect(worked.status == 0, "\(worked.error)")
    let rehearsed = try await folder.benchdb("sync", shared.url.path, "-n")
    #expect(rehearsed.error.contains("5 new, 0 unchanged; nothing was written"))
    for counts in ["5 new, 0 changed", "0 new, 0 changed"] {
      let synced = try await folder.benchdb("sync", "file://\(shared.url.path)")
      #expect(synced.status == 0, "\(synced.error)")
      #expect(synced.error.contains(counts), "\(synced.error)")
      let runs = try await folder.benchdb(
        "query", "SELECT framework, status FROM results ORDER BY framework DESC")
      #expect(runs.output == "framework\tstatus\nquarter\tok\nbroken\tfailed\n")
      let logs = try await folder.benchdb("query", "SELECT count(run_id) AS n FROM logs")
      #expect(logs.output == "n\n2\n")
    }
    try FileManager.default.removeItem(at: shared.url.appending(path: "out"))
    let gone = try await folder.benchdb("sync", shared.url.path)
    #expect(gone.error.contains("3 vanished"), "\(gone.error)")
    #expect(try await folder.benchdb("sync", shared.url.path, "--verify").status == 64)
  }

  @Test func `sync brings what workers wrote, and nothing the second time`() async throws {
    let s3 = try S3Peer()
    try s3.put(Self.files.map { S3Peer.Object("bench/" + $0.key, $0.value) })
    let folder = try await FreshFolder.withWarehouse()
    let work = [
      "worker", "--manifest", "s3://lab/bench/jobs/abc.jsonl", "--slice", "0-1",
    ].joined(separator: " ")
    let ended = try await folder.shell("benchdb \(work)", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    for _ in 0..<2 {
      let synced = try await folder.benchdb(
        "sync", "s3://lab/bench/", environment: s3.environment)
      #expect(synced.status == 0, "\(synced.error)")
      let runs = try await folder.benchdb(
        "query",
        """
        SELECT framework, version, dataset, budget, status, class FROM results
        ORDER BY framework DESC
        """)
      #expect(
        runs.output == """
          framework\tversion\tdataset\tbudget\tstatus\tclass
          quarter\t2\tpairs\t1c/2000MB/60s/180s\tok\t
          broken\t2\tpairs\t1c/2000MB/60s/180s\tfailed\tframework

          """)
      let logs = try await folder.benchdb("query", "SELECT count(run_id) AS n FROM logs")
      #expect(logs.output == "n\n2\n")
    }
    #expect(try s3.requests(.getObject)["bench/out/results\(Self.tasks[0].objectID).json"] == 1)
  }

  @Test(arguments: [
    (["--manifest", "jobs/abc.jsonl"], 64, "is no place of a manifest"),
    (["--manifest", "/nowhere/jobs/abc.jsonl"], 66, "there is no manifest"),
    (["--manifest", "MANIFEST"], 64, "the manifest has 3 tasks; --index or --slice says"),
    (["--manifest", "MANIFEST", "--index", "3"], 65, "none with the index 3"),
    (["--manifest", "MANIFEST", "--slice", "2-1"], 64, "--slice 2-1 is no range"),
    (["--manifest", "MANIFEST", "--slice", "0-1", "--index", "0"], 64, "is no range"),
  ])
  func `what cannot be meant is told of`(
    arguments: [String], status: Int32, sentence: String
  ) async throws {
    let folder = try Self.shared()
    let words = arguments.map { $0 == "MANIFEST" ? Self.manifest(folder) : "'\($0)'" }
    let ended = try await folder.shell("benchdb worker " + words.joined(separator: " "))
    #expect(ended.status == status, "\(ended.error)")
    #expect(ended.error.contains(sentence), "\(ended.error)")
  }

  @Test func `a line that is no task is told of with its number`() async throws {
    let folder = try Self.shared()
    try folder.write("{\"id\":1}\n", to: "jobs/abc.jsonl")
    let ended = try await folder.benchdb("worker", "--manifest", Self.manifest(folder))
    #expect(ended.status == 65)
    #expect(ended.error == "error: line 1 has no framework\n")
  }

  @Test func `what can be written nowhere is tried again`() async throws {
    let folder = try Self.shared()
    try folder.write("a file, where a folder belongs", to: "out")
    let ended = try await folder.benchdb(
      "worker", "--manifest", Self.manifest(folder), "--index", "0")
    #expect(ended.status == 75)
    #expect(ended.error.contains("could not be written"))
  }
}
