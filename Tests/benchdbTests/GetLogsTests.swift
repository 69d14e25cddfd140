import Foundation
import TestSupport
import Testing

struct GetLogsTests {
  private func bucket() throws -> S3Peer {
    let s3 = try S3Peer()
    try s3.put(
      "b/logs/fail/tpot/31-classification-75/20260101.log",
      "tpot 31 classification 75\nMemoryError\n")
    try s3.put(
      "b/logs/pass/h2o/31-classification-75/20260102.log", "h2o 31 classification 75\ndone\n")
    try s3.put("/20260103.log", "h2o 31 classification 85\nstill fitting\n")
    try s3.put([S3Peer.Object("b/logs/fail/h2o/507-regression-11/1.log", bytes: [0xFF, 0, 0x0A])])
    return s3
  }

  /// The files below a folder, sorted.
  private func files(_ folder: FreshFolder) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.url.appending(path: "logs").path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".log") }.sorted()
  }

  @Test func `logs become files, and only what is new is written`() async throws {
    let s3 = try bucket()
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("get-logs", "s3://lab/b/", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(
      files(folder) == [
        "fail/h2o/507-regression-11/1.log", "fail/tpot/31-classification-75/20260101.log",
        "orphans/20260103.log", "pass/h2o/31-classification-75/20260102.log",
      ])
    #expect(
      folder.text("logs/pass/h2o/31-classification-75/20260102.log")
        == "h2o 31 classification 75\ndone\n")
    let raw = folder.url.appending(path: "logs/fail/h2o/507-regression-11/1.log")
    #expect(try Data(contentsOf: raw) == Data([0xFF, 0, 0x0A]))
    let again = try await folder.benchdb("get-logs", "s3://lab/b/", environment: s3.environment)
    #expect(again.error.contains("0 logs written, 4 there already"), "\(again.error)")
  }

  @Test func `a selection and --failed leave others out`() async throws {
    let s3 = try bucket()
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb(
      "get-logs", "s3://lab/b/", "--failed", "--select", "framework=tpot", "class=memory",
      environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(files(folder) == ["fail/tpot/31-classification-75/20260101.log"])
    let wrong = try await folder.benchdb(
      "get-logs", "s3://lab/b/", "--no-sync", "--select", "framework=tpott",
      environment: s3.environment)
    #expect(wrong.status == 66)
    #expect(wrong.error.contains("did you mean tpot?"), "\(wrong.error)")
  }

  @Test func `no key leads out of the folder`() async throws {
    let s3 = try S3Peer()
    let keys = [
      "logs/fail/../../../escape/31-classification-75/1.log", "logs/pass/../x.log",
      "logs/fail/a\nb/31-classification-75/2.log", "/..log",
    ]
    for key in keys { try s3.put(key, "tpot 31 classification 75\n") }
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb(
      "get-logs", "s3://lab", "--dir", "logs", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(folder.names.filter { !$0.hasPrefix("bench.db") } == ["logs"])
    #expect(
      files(folder) == [
        "fail/%2E%2E/%2E%2E/%2E%2E/escape/31-classification-75/1.log",
        "fail/a%0Ab/31-classification-75/2.log", "orphans/..log", "pass/%2E%2E/x.log",
      ])
  }
}
