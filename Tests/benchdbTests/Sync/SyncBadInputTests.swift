import Foundation
import TestSupport
import Testing

/// Syncs of what is no good: keys, bodies and listings that nobody would make on purpose.
struct SyncBadInputTests {
  @Test func `an empty bucket is no error`() async throws {
    let lab = try await SyncLab()
    let ended = try await lab.sync()
    #expect(ended.status == 0)
    #expect(ended.error.contains("0 new, 0 changed, "), "\(ended.error)")
    #expect(try await lab.faults() == "")
  }

  // MARK: Bodies

  static let bodies: [(text: [UInt8], reason: String)] = [
    ([], "is empty, where one line belongs"),
    (Array("\n".utf8), "is empty, where one line belongs"),
    (Array("tpot,1,classification,75,nan,nan,0,1\n\u{41},1,x\n".utf8), "has two lines"),
    (Array("tpot,1,classification,75,nan,nan,0,1\ntpot,2,x,1,0,0,0,0\n".utf8), "has two lines"),
    (Array("tpot,1,classification,75,nan,0.5,0.5\n".utf8), "has 7 fields, where 8 belong"),
    (Array("tpot,1,classification,75,nan,nan,0,1,1\n".utf8), "has 9 fields, where 8 belong"),
    (Array("tpot,one,classification,75,nan,nan,0,1\n".utf8), "one"),
    (Array("tpot,1,clustering,75,nan,nan,0,1\n".utf8), "clustering"),
    (Array("tpot,1,classification,x,nan,nan,0,1\n".utf8), "x"),
    (Array("tpot,1,classification,75,nan,nan,0,much\n".utf8), "much"),
    (Array("tp\0ot,1,classification,75\0,nan,nan,0,1\n".utf8), "zero byte"),
    ([UInt8](repeating: 0, count: 300), "zero byte"),
    ([0xFF, 0xFE, 0x00, 0x9F] + Array("\"".utf8), "zero byte"),
    (Array("<?xml version=\"1.0\"?><Error/>".utf8), "has 1 field"),
  ]

  @Test func `a body that is no result is rejected, with its reason, and the rest arrives`()
    async throws
  {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(100..<150))
    try lab.s3.put(
      Self.bodies.enumerated().map { .init("out/results\($0).csv", bytes: $1.text) })
    let first = try await lab.sync()
    #expect(first.status == 65)
    #expect(
      first.error.contains("error: 14 objects could not be read; they are in the table rejects"))
    #expect(try await lab.runs() == "50\t0")
    for (id, body) in Self.bodies.enumerated() {
      let reason = try await lab.rows(
        "SELECT reason FROM rejects WHERE key = 'out/results\(id).csv'")
      #expect(!reason.isEmpty && reason.contains(body.reason), "\(id): \(reason)")
    }
    try lab.s3.forget()
    let second = try await lab.sync()
    #expect(second.status == 0, "\(second.error)")
    #expect(try lab.s3.counts()[.getObject] == 0)
    #expect(try await lab.faults() == "")
  }

  @Test func `a body that is mended is no reject any more`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put([.init("out/results0.csv", "tpot,1\n"), .init("out/results1.csv", "no")])
    #expect(try await lab.sync().status == 65)
    try lab.s3.put([.init("out/results0.csv", SyncLab.line(0)), .init("out/results1.csv", "yes")])
    #expect(try await lab.sync().status == 65)
    #expect(try await lab.rows("SELECT key, text FROM rejects") == "out/results1.csv\tyes")
    #expect(try await lab.runs() == "1\t0")
    try lab.s3.put(SyncLab.results(1..<2))
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.rows("SELECT count(*) FROM rejects") == "0")
    #expect(try await lab.runs() == "2\t0")
  }

  @Test func `a result that turns bad is rejected, and what it said before is kept`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<1))
    _ = try await lab.sync()
    try lab.s3.put("out/results0.csv", "gone mad\n")
    #expect(try await lab.sync().status == 65)
    #expect(try await lab.runs() == "1\t0")
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.faults() == "")
  }

  @Test(arguments: [
    ("nan,nan,nan,nan", "0"), ("inf,nan,nan,0.5", ""), ("nan,nan,-inf,0.5", ""),
    ("NaN,nan,1e999,0.5", ""), ("nan,nan,0.5,0.25", "2"), ("nan,nan,0.5,", "1"),
  ])
  func `scores that are no numbers are not made up`(scores: String, count: String) async throws {
    let lab = try await SyncLab()
    try lab.s3.put("out/results0.csv", "tpot,1,classification,75,\(scores)\n")
    let ended = try await lab.sync()
    #expect([0, 65].contains(ended.status), "\(ended.error)")
    #expect(ended.status == 65 ? try await lab.rows("SELECT count(*) FROM rejects") == "1" : true)
    let odd = "SELECT count(*) FROM scores WHERE abs(value) > 1e300 OR value IS NULL"
    #expect(try await lab.rows(odd) == "0")
    if !count.isEmpty { #expect(try await lab.rows("SELECT count(*) FROM scores") == count) }
  }

  @Test func `ten megabytes of garbage are a reject, and do not fill the memory`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put([
      .init("out/results0.csv", garbage: 10_000_000),
      .init("datasets/study_classification_info.csv", garbage: 1_000_000),
      .init("logs/fail/tpot/1-classification-75/1.log", garbage: 5_000_000),
      .init("logs/pass/tpot/1-classification-75/2.log", garbage: 5_000_000),
      .init("/20180101000000.log", garbage: 100_000),
    ])
    try lab.s3.put(SyncLab.results(1..<20))
    let ended = try await lab.sync()
    #expect(ended.status == 65, "\(ended.error)")
    #expect(
      try await lab.rows("SELECT key FROM rejects ORDER BY key")
        == "datasets/study_classification_info.csv\nout/results0.csv")
    #expect(try await lab.rows("SELECT count(*) FROM logs") == "3")
    #expect(
      try await lab.rows("SELECT status, class FROM runs WHERE status <> 'ok' ORDER BY 1")
        == "failed\tunknown")
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.faults() == "")
  }
}
