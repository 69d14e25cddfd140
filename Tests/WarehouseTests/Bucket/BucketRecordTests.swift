import Benchmark
import Tables
import Testing
import Warehouse

struct BucketRecordTests {
  private static let task = BenchmarkTask(
    framework: Framework(name: "tpot", version: "0.12.2"),
    dataset: Dataset(openMLID: 31, name: "credit-g"), type: .classification, seed: 75,
    budget: Budget(cores: 2, memoryMB: 3500, softSeconds: 10800, hardSeconds: 12600))
  private static let entry = ManifestEntry(task)
  private static let json = "out/results\(entry.id).json"
  private static let csv = "out/results\(entry.id).csv"
  private static let running = "logs/running/\(entry.id).log"
  private static let log = "logs/pass/tpot/31-classification-75/20261124054827.log"

  private static func record(_ outcome: Outcome = .ok, f1: Double = 0.75) -> RunRecord {
    var run = Run(
      outcome: outcome, startedAt: "2026-11-24T05:48:27Z", duration: .seconds(12),
      trainingTime: .seconds(10), predictionTime: .seconds(1), cpuTime: .seconds(20),
      peakMemoryMB: 800, details: #"{"depth":3}"#)
    if outcome == .ok {
      run.scores = [Score(metric: "auc", value: 0.9), Score(metric: "f1", value: f1)]
    }
    return RunRecord(
      id: entry.id, task: task, run: run, host: "node7", worker: "1", job: "a", index: 0)
  }

  private static let found = """
    SELECT r.framework, r.version, r.dataset, r.budget, r.status, r.f1, r.auc, r.duration,
      u.train_seconds, u.peak_memory_mb, u.details, r.source
    FROM results AS r JOIN runs AS u ON u.id = r.run_id
    """

  private static let expected: [[Value]] = [
    [
      "tpot", "0.12.2", "credit-g", "2c/3500MB/10800s/12600s", "ok", 0.75, 0.9, 12.0, 10.0, 800.0,
      #"{"depth":3}"#, "s3",
    ]
  ]

  @Test func `a record brings all of a run, and the line beside it nothing more`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(
      (Self.json, Self.record().json), (Self.csv, Self.record().originalLine))
    #expect(counts.new == 2 && counts.results == 1 && counts.rejected == 0)
    #expect(try bucket.rows(Self.found) == Self.expected)
    #expect(try bucket.lab.count("tasks") == 1)
    #expect(
      try bucket.rows("SELECT id, f1 FROM compiled_results") == [
        [.integer(Int64(Self.entry.id)), 0.75]
      ])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `a record that comes after its line takes its place`() throws {
    let line = Self.record().originalLine
    for isOneWrite in [true, false] {
      let bucket = try Bucket()
      if isOneWrite {
        try bucket.sync((Self.csv, line), (Self.json, Self.record().json))
      } else {
        try bucket.sync((Self.csv, line))
        try bucket.sync((Self.json, Self.record().json))
      }
      #expect(try bucket.rows(Self.found) == Self.expected)
      #expect(try bucket.rows("SELECT count(*) FROM cells WHERE runs > 0") == [[1]])
      let again = try bucket.sync((Self.csv, line), (Self.json, Self.record().json))
      #expect(again.skipped == 2)
      #expect(try bucket.faults().isEmpty)
    }
  }

  @Test func `a task that runs again is another version of its run`() throws {
    let bucket = try Bucket()
    try bucket.sync((Self.json, Self.record(.killed(.interrupted, "stopped")).json))
    #expect(try bucket.rows("SELECT status, class FROM results") == [["killed", "interrupted"]])
    #expect(try bucket.rows("SELECT count(*) FROM compiled_results") == [[0]])
    try bucket.sync((Self.json, Self.record().json), (Self.csv, Self.record().originalLine))
    #expect(try bucket.rows(Self.found) == Self.expected)
    #expect(try bucket.lab.count("runs") == 2)
  }

  @Test func `a worker's log is of the run that its record tells of, whichever came first`() throws
  {
    let text = "\(Self.entry.logLine)\ndone\n"
    for logIsFirst in [true, false] {
      let bucket = try Bucket()
      if logIsFirst { try bucket.sync((Self.log, text)) }
      try bucket.sync((Self.json, Self.record().json))
      if !logIsFirst { try bucket.sync((Self.log, text)) }
      #expect(
        try bucket.rows(
          "SELECT r.status, l.text FROM logs AS l JOIN runs AS r ON r.id = l.run_id")
          == [["ok", .text(text)]])
      #expect(try bucket.lab.count("tasks") == 1)
      #expect(try bucket.faults().isEmpty)
    }
  }

  @Test func `the log of a failed run makes no second one`() throws {
    let bucket = try Bucket()
    let log = Self.log.replacing("/pass/", with: "/fail/")
    let counts = try bucket.sync(
      (Self.json, Self.record(.failed(.data, "no target")).json),
      (log, "\(Self.entry.logLine)\nKilled\n"))
    #expect(counts.failed == 1)
    #expect(try bucket.rows("SELECT class, message FROM failures") == [["data", "no target"]])
    #expect(try bucket.rows("SELECT count(run_id) FROM logs") == [[1]])
  }

  @Test func `what was printed so far is kept until the record comes`() throws {
    let bucket = try Bucket()
    let text = "\(Self.entry.logLine)\nbegun\n"
    let counts = try bucket.sync((Self.running, text))
    #expect(counts.logs == 1 && counts.orphans == 0 && counts.failed == 0)
    #expect(try bucket.rows("SELECT text, run_id FROM logs") == [[.text(text), nil]])
    try bucket.sync((Self.json, Self.record().json), (Self.log, text + "done\n"))
    #expect(try bucket.rows("SELECT text FROM logs") == [[.text(text + "done\n")]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test(arguments: [
    ("{", "ends before the JSON does"),
    ("null", "is no object"),
    (
      Self.record().json.replacing("\"auc\"", with: "\"mood\""),
      "has a score of \"mood\", which is no metric of the table metrics"
    ),
    (
      Self.record().json.replacing("\(Self.entry.id)", with: "7"),
      "has the id 7, not that of its key"
    ),
  ])
  func `what is no record is kept with the reason, and the line beside it counts`(
    text: String, reason: String
  ) throws {
    let bucket = try Bucket()
    let counts = try bucket.sync((Self.json, text), (Self.csv, Self.record().originalLine))
    #expect(counts.rejected == 1)
    #expect(try bucket.rows("SELECT reason FROM rejects") == [[.text(reason)]])
    #expect(try bucket.rows("SELECT f1 FROM results") == [[0.75]])
  }
}
