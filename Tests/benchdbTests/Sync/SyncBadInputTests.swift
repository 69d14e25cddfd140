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

// MARK: - Keys and listings

extension SyncBadInputTests {
  private static let stamps = [
    "with space", "a+b", "100%", "%2e%2e", "caf\u{E9}", "cafe\u{301}", "\u{1F9EA}", "new\nline",
    "tab\t", "quote'\"", "<&>", "a=b&c", "#?", "\u{1}", "-rf", "back\\slash", "..", "a:b",
  ]

  @Test func `keys of any bytes are fetched once and told apart`() async throws {
    let lab = try await SyncLab()
    let keys =
      Self.stamps.map { "logs/fail/tpot/1-classification-75/\($0).log" } + [
        "logs/fail/../../../etc/1-classification-75/x.log", "logs/fail//double//slash.log",
        "logs/fail/./dot.log", "/leading slash é.log", "/../up.log",
      ]
    try lab.s3.put(keys.enumerated().map { .init($1, "log number \($0)\n") })
    #expect(try await lab.sync().status == 0)
    // The last one is no orphan's: it has two slashes.
    #expect(try lab.s3.counts()[.getObject] == keys.count - 1)
    #expect(try await lab.rows("SELECT count(DISTINCT key), count(*) FROM objects") == "22\t22")
    let logs = try await lab.rows(
      "SELECT hex(key), trim(text, char(10)) FROM logs ORDER BY cast(substr(text, 12) AS integer)")
    let expected = keys.enumerated().dropLast().map { number, key in
      let hex = key.utf8.map { String(Int($0) + 0x100, radix: 16).dropFirst() }.joined()
      return "\(hex.uppercased())\tlog number \(number)"
    }
    #expect(logs == expected.joined(separator: "\n"))
    try lab.s3.forget()
    #expect(try await lab.sync().status == 0)
    #expect(try lab.s3.counts()[.getObject] == 0)
    #expect(lab.folder.names == ["bench.db"])
  }

  @Test(arguments: [
    "out/results.csv", "out/results-1.csv", "out/results1e3.csv", "out/results 1.csv",
    "out/results99999999999999999999.csv", "out/results1.csv.bak", "out/results1.CSV", "out/",
    "tests.dat", "ssh/key", "swig.tar.gz", "logs/", "logs/fail/", "datasets/study__info.csv/x",
  ])
  func `what the original did not put there is left alone`(key: String) async throws {
    let lab = try await SyncLab()
    try lab.s3.put([.init(key, SyncLab.line(1)), .init("out/results7.csv", SyncLab.line(7))])
    #expect(try await lab.sync().status == 0)
    #expect(try await lab.rows("SELECT key FROM objects") == "out/results7.csv")
  }

  private static let bomb = """
    <?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
    <ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>&b;</Key></Contents>\
    </ListBucketResult>
    """

  @Test(arguments: [
    (S3Peer.Quirk.raw(bomb), "a document type"), (.cut, "is cut short"),
    (.unsorted, "not in order"), (.raw("Welcome to the captive portal"), "is not XML"),
    (.raw("<html><body>Log in</body></html>"), "is no listing"), (.raw(""), "is cut short"),
    (.raw("<ListBucketResult></ListBucketResult>"), "whether it goes on"),
  ])
  func `a listing that cannot be right is asked for again, and then given up`(
    quirk: S3Peer.Quirk, reason: String
  ) async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    _ = try await lab.sync()
    try lab.s3.listing(quirk)
    try lab.s3.forget()
    let ended = try await lab.sync()
    #expect(ended.status == 69)
    #expect(ended.error.hasPrefix("error: the answer to ListObjectsV2 is not what AWS sends: "))
    #expect(ended.error.contains(reason), "\(ended.error)")
    #expect(try lab.s3.requests(.listObjects).values.max() == 2)
    #expect(try await lab.rows("SELECT count(*) FROM objects WHERE vanished_at IS NULL") == "3")
    try lab.s3.listing(nil)
    #expect(try await lab.sync().status == 0)
  }

  @Test(arguments: [S3Peer.Quirk.deaf, .repeating])
  func `a listing that does not get on is given up`(quirk: S3Peer.Quirk) async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(10_000..<12_500))
    try lab.s3.listing(quirk)
    let ended = try await lab.sync("-n")
    #expect(ended.status == 69, "\(ended.error)")
    #expect(ended.error.contains("not in order"))
    #expect(try lab.s3.counts()[.listObjects] < 20)
  }

  @Test func `a listing of very many keys is told in little memory`() async throws {
    let lab = try await SyncLab()
    try lab.s3.seed(results: 20_000)
    let ended = try await lab.run(
      ["sync", "s3://lab/", "-n", "-o", "plan.csv"], by: SyncLab.measured)
    #expect(ended.status == 0)
    #expect(ended.error.contains("s3://lab/: 20,002 new, 0 unchanged; nothing was written"))
    #expect(lab.folder.text("plan.csv")?.utf8.count { $0 == UInt8(ascii: "\n") } == 20_003)
    let kilobytes = Int(ended.output.trimmingCharacters(in: .newlines)) ?? .max
    #expect(kilobytes < 64 << 10)
  }
}
