import Foundation
import TestSupport
import Testing

/// Syncs on good days.
struct SyncTests {
  @Test func `what is known is not fetched again`() async throws {
    let lab = try await SyncLab()
    try lab.s3.seed(results: 80, missing: 0.25, logs: 20, orphans: 3, datasets: 2)
    let first = try await lab.sync()
    #expect(first.status == 0, "\(first.error)")
    #expect(try lab.s3.requests(.getObject).values.allSatisfy { $0 == 1 })
    #expect(try lab.s3.requests(.getObject).keys.allSatisfy { !$0.hasSuffix("_types.csv") })
    let runs = try await lab.runs()
    try lab.s3.forget()
    let second = try await lab.sync()
    #expect(second.status == 0, "\(second.error)")
    #expect(second.error.contains("s3://lab/: 0 new, 0 changed, "))
    #expect(try lab.s3.counts()[.getObject] == 0)
    #expect(try await lab.runs() == runs)
    #expect(try await lab.faults() == "")
  }

  @Test func `the closing line counts what was done and what is missing`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put([
      .init("datasets/study_classification_info.csv", Self.study),
      .init("out/results0.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n"),
      .init("logs/fail/h2o/31-classification-75/1.log", "h2o 31 classification 75\nMemoryError\n"),
      .init("/20180101000000.log", "tpot 31 classification 85\nstill fitting\n"),
      .init("/20180101000001.log", "nobody knows\n"),
    ])
    let ended = try await lab.sync()
    #expect(ended.output.isEmpty)
    let words = "5 new, 0 changed, 2 failed runs, 2 orphans (1 of no known task), "
    #expect(ended.error.hasPrefix("s3://lab/: \(words)"), "\(ended.error)")
    let json = try await lab.sync("--format", "jsonl", "-q")
    #expect(json.error.isEmpty)
    #expect(json.output.contains(#""new":0,"changed":0,"unchanged":5,"vanished":0,"failed":2,"#))
    #expect(json.output.contains(#""rejected":0,"orphans":2,"unmatched_orphans":1,"#))
  }

  private static let study =
    "DATASET_ID,DATASET_NAME,ROWS,FEATURES,CLASSES\n31,credit-g,1000,21,2\n"

  @Test func `a changed object makes a new version of its run`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    _ = try await lab.sync()
    try lab.s3.put("out/results1.csv", "tpot,2,classification,75,nan,nan,0.5,0.875\n")
    try lab.s3.forget()
    let ended = try await lab.sync()
    #expect(ended.error.contains(": 0 new, 1 changed, "), "\(ended.error)")
    #expect(try lab.s3.requests(.getObject) == ["out/results1.csv": 1])
    #expect(try await lab.rows("SELECT f1 FROM results WHERE dataset_id = 2") == "0.875")
    let versions = "SELECT count(*), count(superseded_by) FROM runs"
    #expect(try await lab.rows(versions) == "4\t1")
    #expect(try await lab.faults() == "")
  }

  @Test func `what vanishes is marked, its run stays, and it may come back`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    _ = try await lab.sync()
    try lab.s3.delete("out/results2.csv")
    try lab.s3.forget()
    let gone = try await lab.sync()
    #expect(gone.error.contains("1 vanished"), "\(gone.error)")
    #expect(try await lab.rows(Self.vanished) == "out/results2.csv")
    #expect(try await lab.runs() == "3\t0")
    // A second listing had to agree.
    #expect(try lab.s3.requests(.listObjects)["out/"] == 2)
    try lab.s3.forget()
    let again = try await lab.sync()
    #expect(!again.error.contains("vanished"))
    #expect(try lab.s3.requests(.listObjects)["out/"] == 1)
    try lab.s3.put(SyncLab.results(2..<3))
    let back = try await lab.sync()
    #expect(back.error.contains("1 back"), "\(back.error)")
    #expect(try await lab.rows(Self.vanished) == "")
    #expect(try lab.s3.counts()[.getObject] == 0)
  }

  private static let vanished = "SELECT key FROM objects WHERE vanished_at IS NOT NULL"

  @Test func `what was deleted on purpose stays deleted`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    _ = try await lab.sync()
    let source = "(SELECT id FROM sources WHERE name = 's3://lab/')"
    let ended = try await lab.folder.shell(
      """
      benchdb repl --write -c "INSERT INTO tombstones (source_id, key)
      VALUES (\(source), 'out/results9.csv');"
      """)
    #expect(ended.status == 0, "\(ended.error)")
    try lab.s3.put(SyncLab.results(9..<10))
    try lab.s3.forget()
    #expect(try await lab.sync().status == 0)
    #expect(try lab.s3.counts()[.getObject] == 0)
    #expect(try await lab.runs() == "3\t0")
  }
}

// MARK: - Logs and parts

extension SyncTests {
  @Test func `failures are read from logs, killed runs from orphans, and all can be searched`()
    async throws
  {
    let lab = try await SyncLab()
    let task = "31-classification-75"
    try lab.s3.put([
      .init("out/results0.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n"),
      .init("logs/pass/tpot/\(task)/1.log", "[0,'tpot',31,'classification',75]\ngood cheer\n"),
      .init("logs/fail/h2o/\(task)/2.log", "[9,'h2o',31,'classification',75]\nMemoryError\n"),
      .init("/20180101000000.log", "auto_ml 31 classification 85\nstill fitting\n"),
    ])
    #expect(try await lab.sync().status == 0)
    let failures = "SELECT framework, seed, class FROM failures ORDER BY framework"
    #expect(try await lab.rows(failures) == "auto_ml\t85\tinterrupted\nh2o\t75\tmemory")
    let logs = """
      SELECT r.framework, r.status FROM logs AS l JOIN results AS r USING (run_id)
      WHERE l.id IN (SELECT rowid FROM log_search WHERE log_search MATCH '
      """
    #expect(try await lab.rows(logs + "cheer')") == "tpot\tok")
    #expect(try await lab.rows(logs + "fitting')") == "auto_ml\tkilled")
    #expect(try await lab.faults() == "")
  }

  @Test(arguments: [
    (["--only", "results"], "result", 1), (["--only", "logs"], "log", 1),
    (["--since", "2024-01-01"], "log", 1), (["--since", "2023-01-01"], "log,result", 2),
  ])
  func `a sync may be about a part`(words: [String], kinds: String, count: Int) async throws {
    let lab = try await SyncLab()
    try lab.s3.put([
      .init("out/results0.csv", SyncLab.line(0)),
      .init("logs/pass/tpot/1-classification-75/1.log", "fine\n").modified(1_750_000_000),
    ])
    let ended = try await lab.run(["sync", "s3://lab/"] + words)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(
      try await lab.rows(
        "SELECT group_concat(kind) FROM (SELECT kind FROM objects ORDER BY kind)") == kinds)
    #expect(try lab.s3.counts()[.getObject] == count)
    // The rest is neither lost nor gone.
    let rest = try await lab.sync()
    #expect(!rest.error.contains("vanished"))
    #expect(try lab.s3.counts()[.getObject] == 2)
  }

  @Test func `a rehearsal tells what it would do and does none of it`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    _ = try await lab.sync()
    try lab.s3.put(
      SyncLab.results(3..<4) + [.init("out/results0.csv", SyncLab.line(50))])
    try lab.s3.delete("out/results1.csv")
    try lab.s3.forget()
    let before = try await lab.rows("SELECT * FROM objects")
    let ended = try await lab.sync("-n")
    #expect(ended.status == 0)
    let lines = ended.output.split(separator: "\n").map { $0.prefix { $0 != "." } }.sorted()
    #expect(
      lines == [
        "action\tkey\tsize\tmodified_at", "changed\tout/results0", "new\tout/results3",
        "vanished\tout/results1",
      ])
    #expect(try lab.s3.counts()[.getObject] == 0)
    #expect(try await lab.rows("SELECT * FROM objects") == before)
  }

  @Test func `verifying fetches everything again and writes nothing`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<5))
    _ = try await lab.sync()
    try lab.s3.forget()
    let ended = try await lab.sync("--verify")
    #expect(ended.status == 0)
    #expect(ended.error.contains(": 0 new, 0 changed, 5 verified, "), "\(ended.error)")
    #expect(try lab.s3.counts()[.getObject] == 5)
    #expect(try await lab.runs() == "5\t0")
  }
}
