import Benchmark
import Tables
import Testing
import Warehouse

struct BucketWriterTests {
  private static let line = "tpot,31,classification,75,nan,nan,0.5,0.75\n"

  @Test func `a result becomes a run, its task and its ledger row at once`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(
      ("out/results7.csv", Self.line),
      ("out/results8.csv", "h2o,196,regression,85,12.25,-0.5,nan,nan"))
    #expect(counts.new == 2 && counts.results == 2 && counts.failed == 0)
    #expect(
      try bucket.rows(
        """
        SELECT framework, r.dataset_id, r.type, r.seed, budget, status, mse, r2, logloss, f1,
          original_id
        FROM results AS r JOIN tasks AS t ON t.id = r.task_id ORDER BY run_id
        """) == [
          ["tpot", 31, "classification", 75, "lab", "ok", nil, nil, 0.5, 0.75, 7],
          ["h2o", 196, "regression", 85, "lab", "ok", 12.25, -0.5, nil, nil, 8],
        ])
    #expect(
      try bucket.rows("SELECT key, kind, original_id, size, run_id FROM objects") == [
        ["bench/out/results7.csv", "result", 7, 43, 1],
        ["bench/out/results8.csv", "result", 8, 40, 2],
      ])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `what another sync was faster with is passed over`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", Self.line))
    let again = try bucket.sync(("out/results7.csv", Self.line))
    #expect(again.skipped == 1 && again.new == 0 && again.changed == 0)
    #expect(try bucket.lab.count("runs") == 1)
  }

  @Test func `a changed result is another version, and the earlier counts nowhere`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", Self.line))
    let counts = try bucket.sync(
      ("out/results7.csv", "tpot,31,classification,75,nan,nan,0.25,1.0\n"))
    #expect(counts.changed == 1 && counts.new == 0)
    #expect(try bucket.rows("SELECT superseded_by FROM runs ORDER BY id") == [[2], [nil]])
    #expect(try bucket.rows("SELECT run_id, f1 FROM results") == [[2, 1.0]])
    #expect(try bucket.rows("SELECT count(*) FROM measurements") == [[2]])
    #expect(try bucket.rows("SELECT runs, tasks, finished FROM cells") == [[1, 1, 1]])
    #expect(
      try bucket.rows("SELECT scores, total FROM cell_scores ORDER BY metric_id")
        == [[1, 1.0], [1, 0.25]])
    #expect(try bucket.faults().isEmpty)
  }

  // A, B, A again and B again: each time the bucket's word is what counts.
  @Test func `an object that changes back and forth is what it says last`() throws {
    let bucket = try Bucket()
    let other = "tpot,31,classification,75,nan,nan,0.25,1.0\n"
    for (text, f1) in [(Self.line, 0.75), (other, 1.0), (Self.line, 0.75), (other, 1.0)] {
      try bucket.sync(("out/results7.csv", text))
      #expect(try bucket.rows("SELECT f1 FROM results") == [[.real(f1)]])
      #expect(try bucket.rows("SELECT total FROM cell_scores WHERE metric_id = 1") == [[.real(f1)]])
      #expect(try bucket.faults().isEmpty)
    }
    #expect(try bucket.lab.count("runs") == 3)
  }

  @Test func `an object that changes to another task takes its run from the first`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", Self.line))
    try bucket.sync(("out/results7.csv", "h2o,31,classification,75,nan,nan,0.5,0.5\n"))
    #expect(try bucket.rows("SELECT framework FROM results") == [["h2o"]])
    #expect(try bucket.rows("SELECT framework, attempts FROM missing") == [["tpot", 0]])
    #expect(try bucket.lab.count("cells") == 1)
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `the same key twice in one transaction is two versions`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(
      ("out/results7.csv", Self.line), ("out/results7.csv", Self.line),
      ("out/results7.csv", "tpot,31,classification,75,nan,nan,0.25,1.0\n"))
    #expect(counts.new == 1 && counts.skipped == 1 && counts.changed == 1)
    #expect(try bucket.rows("SELECT f1 FROM results") == [[1.0]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `a result without a score is a failed run`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(
      ("out/results7.csv", "tpot,31,classification,75,nan,nan,nan,nan\n"))
    #expect(counts.failed == 1)
    #expect(try bucket.rows("SELECT class, message FROM failures") == [["unknown", "no score"]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `more than one batch goes in, scattered over transactions, plan first`() throws {
    let bucket = try Bucket()
    let all = (0..<1400).map { id in
      let body = "f\(id % 7),\(id / 7 % 10),classification,\(id / 70),nan,nan,0.5,0.\(id)\n"
      return (key: "out/results\(id).csv", body: Array(body.utf8))
    }
    for part in 0..<3 {
      try bucket.sync(all.enumerated().filter { $0.offset % 3 == part }.map(\.element))
      #expect(try bucket.faults().isEmpty)
    }
    #expect(try bucket.lab.count("runs") == 1400)
    #expect(
      try bucket.rows(
        "SELECT count(*) FROM objects AS o JOIN runs AS r ON r.id = o.run_id AND r.key = o.key")
        == [[1400]])
    #expect(try bucket.rows("SELECT count(*), sum(tasks) FROM cells") == [[70, 1400]])
  }

  @Test func `what is thrown in the middle leaves nothing`() throws {
    struct Killed: Error {}
    let bucket = try Bucket()
    try bucket.sync(("out/results1.csv", Self.line))
    let before = try bucket.rows("SELECT * FROM objects")
    #expect(throws: Killed.self) {
      try bucket.lab.store.writeBucket(Bucket.source, budget: Bucket.budget) { writer in
        for id in 2..<1000 {
          let body = Array("tpot,\(id),classification,75,nan,nan,0.5,0.75\n".utf8)
          try Bucket.give("out/results\(id).csv", body, to: &writer)
        }
        throw Killed()
      }
    }
    #expect(try bucket.rows("SELECT * FROM objects") == before)
    #expect(try bucket.lab.count("runs") == 1)
    #expect(try bucket.lab.count("tasks") == 1)
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `what vanished is marked, keeps its run, and may come back`() throws {
    let bucket = try Bucket()
    try bucket.sync(("out/results7.csv", Self.line))
    let key = "bench/out/results7.csv"
    let write = { (body: (inout BucketWriter) throws -> Void) in
      try bucket.lab.store.writeBucket(Bucket.source, budget: Bucket.budget, body)
    }
    #expect(try write { try $0.vanish(key: key) }.vanished == 1)
    #expect(try write { try $0.vanish(key: key) }.vanished == 0)
    #expect(try bucket.standing().vanished == 1)
    #expect(try bucket.lab.count("results") == 1)
    #expect(try write { try $0.reappear(key: key) }.reappeared == 1)
    #expect(try bucket.standing().vanished == 0)
    _ = try write { try $0.vanish(key: key) }
    #expect(try bucket.sync(("out/results7.csv", Self.line)).reappeared == 1)
  }

  // Each store has a connection of its own, as two processes have.
  @Test func `two syncs at once write everything once`() async throws {
    let bucket = try Bucket()
    let path = bucket.lab.path("bench.db")
    let counts = try await withThrowingTaskGroup(of: BucketCounts.self) { group in
      for _ in 0..<2 {
        group.addTask {
          let store = try Store.open(at: path, access: .readWrite)
          var counts = BucketCounts()
          for part in 0..<10 {
            counts += try store.writeBucket(Bucket.source, budget: Bucket.budget) { writer in
              for id in (part * 30)..<(part * 30 + 30) {
                let body = Array("tpot,\(id),classification,75,nan,nan,0.5,0.75\n".utf8)
                try Bucket.give("out/results\(id).csv", body, to: &writer)
              }
            }
          }
          return counts
        }
      }
      return try await group.reduce(into: BucketCounts()) { $0 += $1 }
    }
    #expect(counts.new == 300 && counts.skipped == 300)
    #expect(try bucket.lab.count("runs") == 300)
    #expect(try bucket.faults().isEmpty)
  }
}
