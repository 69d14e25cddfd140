import Foundation
import TestSupport
import Testing

/// Syncs when S3 refuses, fails and lies.
struct SyncBadDayTests {
  // MARK: Refusals

  @Test func `a bucket that is not there is no input`() async throws {
    let lab = try await SyncLab()
    let ended = try await lab.sync("s3://elsewhere/bench/")
    #expect(ended.status == 66)
    #expect(ended.error.hasPrefix("error: there is no bucket at s3://elsewhere/"), "\(ended.error)")
  }

  @Test(arguments: [S3Peer.Operation.listObjects, .getObject])
  func `who may not list or read is told, and asks no further`(
    operation: S3Peer.Operation
  ) async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<1500))
    try lab.s3.deny(operation)
    let ended = try await lab.sync()
    #expect(ended.status == 77)
    let deed = operation == .getObject ? "read" : "list"
    let need = operation == .getObject ? "s3:GetObject" : "s3:ListBucket"
    #expect(ended.error.contains("error: S3 refused to \(deed) s3://lab/"), "\(ended.error)")
    #expect(ended.error.contains("(403 AccessDenied)") && ended.error.contains("Needs \(need)."))
    #expect(try lab.s3.counts()[operation] < 150)
  }

  @Test func `a folder that may not be read keeps nothing else away`() async throws {
    let lab = try await SyncLab()
    try lab.s3.seed(results: 400, logs: 1500)
    try lab.s3.deny(.getObject, key: "^logs/")
    let ended = try await lab.sync("-j", "16")
    #expect(ended.status == 77)
    #expect(ended.error.contains("refused to read s3://lab/logs/"), "\(ended.error)")
    #expect(try await lab.runs() == "400\t0")
    let asked = try lab.s3.requests(.getObject).keys.count { $0.hasPrefix("logs/") }
    #expect(asked < 150, "\(asked)")
  }

  @Test func `a policy that ends at the folder keeps nothing in it away`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put([.init("bench/out/results0.csv", SyncLab.line(0))])
    try lab.s3.deny(.listObjects, key: "^/")
    let ended = try await lab.sync("s3://lab/bench/")
    #expect(ended.status == 0)
    #expect(
      ended.error.hasPrefix(
        "logs of killed runs are not looked for: S3 refused to list s3://lab//"),
      "\(ended.error)")
    #expect(try await lab.runs() == "1\t0")
  }

  @Test func `one object that may not be read keeps no other away`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<60))
    try lab.s3.deny(.getObject, key: "results7.csv")
    let ended = try await lab.sync()
    #expect(ended.status == 77)
    #expect(ended.error.contains("refused to read s3://lab/out/results7.csv"), "\(ended.error)")
    #expect(try await lab.runs() == "59\t0")
    try lab.s3.heal()
    try lab.s3.forget()
    #expect(try await lab.sync().status == 0)
    #expect(try lab.s3.requests(.getObject) == ["out/results7.csv": 1])
  }

  @Test(arguments: ["us-east-1", "ap-southeast-2"])
  func `a bucket in another region is found`(configured: String) async throws {
    // The first is the endpoint's, and answered by 301; the other by 400.
    let lab = try await SyncLab(region: "eu-central-1")
    try lab.s3.put(SyncLab.results(0..<200))
    let ended = try await lab.sync(environment: ["AWS_REGION": configured])
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try await lab.runs() == "200\t0")
    #expect(try lab.s3.counts()[.getObject] == 200)
  }

  @Test func `a session that has expired is told in words without secrets`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    try lab.s3.admit("ASIATEMPORARY", secret: "deeplyHidden", token: "tokenOfTrust")
    try lab.s3.expire("ASIATEMPORARY")
    let ended = try await lab.sync(
      environment: [
        "AWS_ACCESS_KEY_ID": "ASIATEMPORARY", "AWS_SECRET_ACCESS_KEY": "deeplyHidden",
        "AWS_SESSION_TOKEN": "tokenOfTrust",
      ])
    #expect(ended.status == 77, "\(ended.error)")
    #expect(ended.error.contains("has expired (400 ExpiredToken)"), "\(ended.error)")
    for secret in ["deeplyHidden", "tokenOfTrust", "Signature", "Credential="] {
      #expect(!(ended.output + ended.error).contains(secret))
    }
  }

  @Test(arguments: [
    ["AWS_SECRET_ACCESS_KEY": "wrong"], ["AWS_ACCESS_KEY_ID": "AKIANOBODY"],
  ])
  func `a wrong key is told in words without secrets`(keys: [String: String]) async throws {
    let lab = try await SyncLab()
    let ended = try await lab.sync(environment: keys)
    #expect(ended.status == 77)
    #expect(ended.error.hasPrefix("error: S3 "), "\(ended.error)")
    #expect(!ended.error.contains(S3Peer.secretKey) && !ended.error.contains("Canonical"))
  }

  @Test(arguments: [14_400, -14_400])
  func `a clock that is wrong by hours is corrected for`(ahead: Int) async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<200))
    try lab.s3.setClock(ahead: ahead)
    let ended = try await lab.sync()
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try await lab.runs() == "200\t0")
  }

  @Test func `a public bucket is read without a name`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<3))
    let refused = try await lab.sync("--no-sign-request")
    #expect(refused.status == 77 && refused.error.contains("unsigned"), "\(refused.error)")
    try lab.s3.allowAnonymous()
    #expect(try await lab.sync("--no-sign-request").status == 0)
    #expect(try await lab.runs() == "3\t0")
  }
}

// MARK: - Failures

extension SyncBadDayTests {
  @Test func `a server that fails for ever is given up`() async throws {
    let lab = try await SyncLab()
    try lab.s3.put(SyncLab.results(0..<1500))
    try lab.s3.fault(.internalError, on: .listObjects)
    let listing = try await lab.sync()
    #expect(listing.status == 75)
    #expect(listing.error.contains("(500 InternalError). Run it again"), "\(listing.error)")
    #expect(try lab.s3.requests(.listObjects).values.max() == 2)
    try lab.s3.heal()
    // From the hundredth object on.
    try lab.s3.fault(.slowDown, key: "results[1-9]..")
    try lab.s3.forget()
    let getting = try await lab.sync()
    #expect(getting.status == 75)
    #expect(getting.error.contains("(503 SlowDown). Run it again"), "\(getting.error)")
    #expect(try lab.s3.counts()[.getObject] < 500)
  }

  @Test func `every object arrives once and right through every fault`() async throws {
    let lab = try await SyncLab(attempts: 8)
    let seeded = try lab.s3.seed(results: 1900, logs: 80, orphans: 20)
    for fault in [S3Peer.Fault.slowDown, .reset, .resetInBody, .truncation] {
      try lab.s3.fault(fault, .share(0.05, seed: 3))
    }
    try lab.s3.fault(.flippedBit, .share(0.01, seed: 4))
    let ended = try await lab.sync()
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try lab.s3.counts()[.flippedBit] > 5)
    let keys = try await lab.rows("SELECT key FROM objects WHERE vanished_at IS NULL")
    #expect(Set(keys.split(separator: "\n")).count == seeded.objects)
    let wrote = try await lab.run(
      ["fetch-results", "s3://lab/", "--no-sync", "-o", "compiled.csv"])
    #expect(wrote.status == 0, "\(wrote.error)")
    let lines = try (0..<1900).map { id in
      "\(id),\(try lab.s3.object("out/results\(id).csv")?.text ?? "")"
    }
    let compiled = lab.folder.text("compiled.csv") ?? ""
    #expect(
      compiled.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n" == lines.joined())
    for (key, text) in try await logs(of: lab) {
      #expect(try lab.s3.object(key)?.text == text)
    }
    #expect(try await lab.faults() == "")
  }

  private func logs(of lab: SyncLab) async throws -> [String: String] {
    struct Log: Decodable { var key, text: String }
    let ended = try await lab.folder.benchdb(
      "query", "SELECT key, text FROM logs", "--format", "json")
    let logs = try JSONDecoder().decode([Log].self, from: Data(ended.output.utf8))
    #expect(logs.count == 100)
    return Dictionary(uniqueKeysWithValues: logs.map { ($0.key, $0.text) })
  }
}
