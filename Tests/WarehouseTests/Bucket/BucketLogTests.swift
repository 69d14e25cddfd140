import Benchmark
import Tables
import Testing
import Warehouse

struct BucketLogTests {
  private static let result = "tpot,31,classification,75,nan,nan,0.5,0.75\n"
  private static let folder = "logs/pass/tpot/31-classification-75"

  @Test func `a failed log is a failed run, and can be searched`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(
      (
        "logs/fail/tpot/31-classification-75/1.log",
        "[7, 'tpot', 31, 'classification', 75]\nstep 0 loss 1.5\nMemoryError\n"
      ))
    #expect(counts.logs == 1 && counts.failed == 1 && counts.new == 1)
    #expect(
      try bucket.rows("SELECT framework, dataset, seed, class, message, log_id FROM failures")
        == [["tpot", "31", 75, "memory", "MemoryError", 1]])
    #expect(
      try bucket.rows(
        "SELECT status, original_id, budget FROM results AS r JOIN tasks AS t ON t.id = r.task_id")
        == [["killed", 7, "lab"]])
    #expect(try bucket.rows("SELECT rowid FROM log_search WHERE log_search MATCH 'loss'") == [[1]])
    #expect(
      try bucket.rows("SELECT key, run_id, task_id FROM logs")
        == [["bench/logs/fail/tpot/31-classification-75/1.log", 1, 1]])
    #expect(try bucket.rows("SELECT kind, run_id, log_id FROM objects") == [["log", 1, 1]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test(arguments: [
    ("ValueError: Input contains NaN\nduring fit\n", "data", "ValueError: Input contains NaN"),
    ("KeyError: 'x'\n\n  \n", "framework", "KeyError: 'x'"),
    ("all is well\nthe end\r\n", "unknown", "the end"),
    ("", "unknown", "the log is empty"),
    ("\u{1B}[31mSIGTERM\u{7}\treceived\u{202E}\n", "interrupted", "[31mSIGTERM received"),
  ])
  func `the last line that a rule knows is the message`(
    text: String, failure: String, message: String
  ) throws {
    let bucket = try Bucket()
    try bucket.sync(("logs/fail/tpot/31-classification-75/1.log", text))
    #expect(
      try bucket.rows("SELECT class, message FROM failures") == [[.text(failure), .text(message)]])
  }

  @Test func `a message is short, whatever the line`() throws {
    let bucket = try Bucket()
    let line = String(repeating: "é", count: 100_000)
    try bucket.sync(("logs/fail/tpot/31-classification-75/1.log", line))
    #expect(try bucket.rows("SELECT length(message) FROM failures") == [[300]])
    #expect(try bucket.rows("SELECT length(text) FROM logs") == [[100_000]])
  }

  @Test func `bytes that are no text are repaired`() throws {
    let bucket = try Bucket()
    try bucket.sync([("logs/fail/tpot/31-classification-75/1.log", [0x61, 0x00, 0xFF, 0x62])])
    #expect(try bucket.rows("SELECT text FROM logs") == [["a\u{FFFD}\u{FFFD}b"]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `the log of a run that passed finds its run, whichever came first`() throws {
    let bucket = try Bucket()
    try bucket.sync((Self.folder + "/1.log", "[7, 'tpot', 31, 'classification', 75]\ndone\n"))
    #expect(try bucket.rows("SELECT run_id, task_id FROM logs") == [[nil, 1]])
    #expect(try bucket.rows("SELECT attempts, last_class FROM missing") == [[0, nil]])
    try bucket.sync(("out/results7.csv", Self.result))
    #expect(try bucket.rows("SELECT run_id FROM logs") == [[1]])
    try bucket.sync((Self.folder + "/2.log", "done again\n"))
    #expect(try bucket.rows("SELECT run_id FROM logs") == [[1], [1]])
    #expect(try bucket.rows("SELECT runs, failed, tasks, finished FROM cells") == [[1, 0, 1, 1]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `an orphan is a killed run of the task that it names`() throws {
    let bucket = try Bucket()
    let counts = try bucket.sync(
      ("/20181019062640.log", "tpot 31 classification 75\nstill fitting\n"),
      ("/20181019062641.log", "no task at all\n"))
    #expect(counts.orphans == 2 && counts.logs == 2 && counts.failed == 1)
    #expect(
      try bucket.rows(
        "SELECT status, f.class, f.message FROM failures AS f JOIN runs AS r ON r.id = f.run_id")
        == [["killed", "interrupted", "still fitting"]])
    let standing = try bucket.standing()
    #expect(standing.matchedOrphans == 1 && standing.unmatchedOrphans == 1)
    #expect(
      try bucket.rows("SELECT run_id, task_id FROM logs ORDER BY run_id DESC")
        == [[1, 1], [nil, nil]])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `a log under another task's key is of the task that its text names, which was killed`()
    throws
  {
    let bucket = try Bucket()
    try bucket.sync(
      (Self.folder + "/1.log", "[8,h2o,31,classification,75]\nstarting\n"),
      ("logs/fail/tpot/31-classification-75/2.log", "[9,auto_ml,31,classification,75]\n..\n"))
    #expect(
      try bucket.rows("SELECT framework, class FROM failures ORDER BY run_id")
        == [["h2o", "interrupted"], ["auto_ml", "interrupted"]])
  }

  @Test func `a changed log is another version of its run, or the same log with another text`()
    throws
  {
    let bucket = try Bucket()
    let key = "logs/fail/tpot/31-classification-75/1.log"
    try bucket.sync((key, "MemoryError\n"), (Self.folder + "/1.log", "first\n"))
    try bucket.sync((key, "Timeout\n"), (Self.folder + "/1.log", "second\n"))
    #expect(try bucket.rows("SELECT class, log_id FROM failures") == [["timeout", 3]])
    #expect(try bucket.rows("SELECT superseded_by FROM runs") == [[2], [nil]])
    #expect(
      try bucket.rows("SELECT run_id, text FROM logs ORDER BY text")
        == [[1, "MemoryError\n"], [2, "Timeout\n"], [nil, "second\n"]])
    #expect(try bucket.rows("SELECT rowid FROM log_search WHERE log_search MATCH 'first'") == [])
    #expect(try bucket.faults().isEmpty)
  }

  @Test func `an orphan whose text comes to name a task gets its run`() throws {
    let bucket = try Bucket()
    try bucket.sync(("/20181019062640.log", "?\n"))
    try bucket.sync(("/20181019062640.log", "tpot 31 classification 75\n"))
    #expect(try bucket.rows("SELECT id, run_id FROM logs") == [[1, 1]])
    #expect(try bucket.standing().matchedOrphans == 1)
  }
}
