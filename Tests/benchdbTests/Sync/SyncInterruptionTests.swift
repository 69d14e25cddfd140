import Foundation
import TestSupport
import Testing

/// Syncs that somebody or something ends, or gets in the way of.
struct SyncInterruptionTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `who is told to stop keeps what came, and goes on from there`(signal: Int32) async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<200))
    try lab.s3.fault(.stall, key: "results77.csv")
    let stopped = try await lab.sync("-j", "8", signal: signal) {
      try lab.s3.counts()[.getObject] == 200
    }
    #expect(stopped.status == 130)
    #expect(stopped.error.hasPrefix("error: stopped. "), "\(stopped.error)")
    let kept = Int(try await lab.rows("SELECT count(*) FROM objects")) ?? 0
    #expect(stopped.error.contains(" \(kept) objects are in the warehouse"))
    #expect((150..<200).contains(kept))
    #expect(try await lab.faults() == "")
    try lab.s3.heal()
    try lab.s3.forget()
    #expect(try await lab.sync().status == 0)
    #expect(try lab.s3.counts()[.getObject] == 200 - kept)
    #expect(try await lab.runs() == "200\t0")
  }

  @Test(arguments: ["results102.csv", "results106.csv", "results9.csv"])
  func `a sync that is killed loses work, but no truth`(last: String) async throws {
    let lab = try await SyncLab()
    // Rejects so large that there are several batches.
    try lab.s3.put((100..<108).map { .init("out/results\($0).csv", garbage: 3 << 20) })
    try lab.s3.put(SyncLab.results(0..<20))
    try lab.s3.fault(.stall, key: last)
    let killed = try await lab.sync("-j", "1", signal: SIGKILL) {
      try lab.s3.requests(.getObject).keys.contains("out/\(last)")
    }
    #expect(killed.status == 128 + SIGKILL)
    #expect(try await lab.faults() == "")
    let kept = try await lab.rows("SELECT count(*) FROM objects")
    let rows = "SELECT (SELECT count(*) FROM runs) + (SELECT count(*) FROM rejects)"
    #expect(try await lab.rows(rows) == kept)
    try lab.s3.heal()
    try lab.s3.forget()
    #expect([0, 65].contains(try await lab.sync().status))
    #expect(try lab.s3.counts()[.getObject] == 28 - (Int(kept) ?? 0))
    #expect(try await lab.rows(rows) == "28")
    #expect(try await lab.runs() == "20\t0")
    #expect(try await lab.faults() == "")
  }

  @Test func `logs whose sync was killed before it settled them are settled by the next`()
    async throws
  {
    let lab = try await SyncLab()
    let log = "logs/pass/tpot/1-classification-75/1.log"
    try lab.s3.put(SyncLab.results(0..<1) + [.init(log, "[0,tpot,1,classification,75]\n")])
    #expect(try await lab.sync().status == 0)
    let settled = "SELECT count(*) FROM logs WHERE run_id IS NOT NULL"
    #expect(try await lab.rows(settled) == "1")
    _ = try await lab.folder.benchdb(
      "repl", "--write", "-c", "UPDATE logs SET run_id = NULL; \(settled);")
    #expect(try await lab.rows(settled) == "0")
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.rows(settled) == "1")
  }

  @Test func `two syncs at once both end well, and every run is there once`() async throws {
    let lab = try await SyncLab()
    let seeded = try lab.s3.seed(results: 400, logs: 40, orphans: 10)
    async let first = lab.sync()
    async let second = lab.sync("-j", "7")
    for ended in try await [first, second] { #expect(ended.status == 0, "\(ended.error)") }
    #expect(try await lab.rows("SELECT count(*) FROM objects") == String(seeded.objects))
    #expect(try await lab.rows("SELECT count(*) FROM runs WHERE status = 'ok'") == "400")
    #expect(try await lab.rows("SELECT count(*), count(DISTINCT key) FROM logs") == "50\t50")
    #expect(try await lab.faults() == "")
  }

  /// Starts a program while the warehouse is locked.
  private static let locked = """
    python3 -c 'import sqlite3, subprocess, sys
    warehouse = sqlite3.connect("bench.db", isolation_level=None)
    warehouse.execute("BEGIN IMMEDIATE")
    sys.exit(subprocess.run(sys.argv[1:]).returncode)'
    """

  @Test func `whoever keeps the warehouse locked is named`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<20))
    let ended = try await lab.run(["sync", "s3://lab/"], by: Self.locked)
    #expect(ended.status == 75)
    #expect(
      ended.error.contains(/error: \.\/bench\.db is locked by python3 \(process \d+\)\. Wait for/),
      "\(ended.error)")
    #expect(try await lab.rows("SELECT count(*) FROM objects") == "0")
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.runs() == "20\t0")
  }

  /// A new warehouse has 250 kB; the limit is set in halves of them.
  @Test(arguments: [260, 330])
  func `a disk that is full leaves nothing half written`(kilobytes: Int) async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<800))
    let full = try await lab.run(
      ["sync", "s3://lab/"], after: "trap '' XFSZ\nulimit -f \(2 * kilobytes)")
    #expect(full.status == 74, "\(full.error)")
    #expect(full.error.contains("error: ./bench.db cannot be read or written: "))
    #expect(try await lab.faults() == "")
    let kept = try await lab.rows("SELECT count(*) FROM objects")
    #expect(try await lab.rows("SELECT count(*) FROM runs") == kept)
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.runs() == "800\t0")
    #expect(try await lab.faults() == "")
  }
}
