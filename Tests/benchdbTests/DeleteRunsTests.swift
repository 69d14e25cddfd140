import TestSupport
import Testing

struct DeleteRunsTests {
  /// A synced warehouse, its bucket, and a list of the task that `tpot` is.
  private func synced() async throws -> (S3Peer, FreshFolder) {
    let s3 = try S3Peer()
    try s3.put("b/out/results0.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n")
    try s3.put("b/out/results1.csv", "h2o,31,classification,75,nan,nan,0.4,0.8\n")
    try s3.put("b/logs/fail/tpot/31-classification-75/1.log", "tpot 31 classification 75\nKilled\n")
    try s3.put("b/logs/pass/tpot/31-classification-75/2.log", "tpot 31 classification 75\ndone\n")
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("sync", "s3://lab/b/", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    try folder.write("[0,\"tpot\",31,\"classification\",75]\n", to: "list.jsonl")
    return (s3, folder)
  }

  private func runs(_ folder: FreshFolder) async throws -> String {
    let sql = "SELECT framework, status FROM results ORDER BY run_id"
    return try await folder.benchdb("query", sql, "--format", "csv").output
  }

  private static let rest = "framework,status\nh2o,ok\n"

  @Test func `runs go from both places, and no sync brings them back`() async throws {
    let (s3, folder) = try await synced()
    let ended = try await folder.benchdb(
      "delete-runs", "list.jsonl", "--yes", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(
      ended.error.contains("deleted 2 runs and 2 logs here, and 3 objects of s3://lab/b/"),
      "\(ended.error)")
    #expect(try s3.keys() == ["b/out/results1.csv"])
    #expect(try await runs(folder) == Self.rest)
    try s3.put("b/out/results0.csv", "tpot,31,classification,75,nan,nan,0.5,0.9\n")
    let sync = try await folder.benchdb("sync", "s3://lab/b/", environment: s3.environment)
    #expect(sync.error.contains(": 0 new, 0 changed"), "\(sync.error)")
    #expect(try await runs(folder) == Self.rest)
    #expect(
      try await folder.benchdb("query", "check-cells").output.split(separator: "\n").count == 1)
  }

  @Test func `--local leaves the bucket alone, --remote the warehouse`() async throws {
    let (s3, folder) = try await synced()
    let remote = try await folder.benchdb(
      "delete-runs", "list.jsonl", "--yes", "--remote", environment: s3.environment)
    #expect(remote.status == 0, "\(remote.error)")
    #expect(try s3.keys() == ["b/out/results1.csv"])
    #expect(try await runs(folder).contains("tpot,ok"))
    let local = try await folder.benchdb("delete-runs", "list.jsonl", "--yes", "--local")
    #expect(local.status == 0, "\(local.error)")
    #expect(try await runs(folder) == Self.rest)
  }

  @Test func `-n lists, and without a yes nothing happens`() async throws {
    let (s3, folder) = try await synced()
    let rehearsed = try await folder.benchdb("delete-runs", "list.jsonl", "-n", "--format", "csv")
    #expect(rehearsed.output.contains("object,s3://lab/b/,b/out/results0.csv"))
    let refused = try await folder.benchdb(
      "delete-runs", "list.jsonl", environment: s3.environment)
    #expect(refused.status == 64)
    #expect(refused.error.contains("Say --yes to mean it."), "\(refused.error)")
    try folder.write("[9,\"nobody\",31,\"classification\",75]\n", to: "other.jsonl")
    let none = try await folder.benchdb("delete-runs", "other.jsonl")
    #expect(none.status == 0)
    #expect(none.error.contains("there is nothing to delete"))
    #expect(try s3.keys().count == 4)
  }

  @Test func `what the bucket keeps from us stays known here`() async throws {
    let (s3, folder) = try await synced()
    try s3.deny(.deleteObjects)
    let ended = try await folder.benchdb(
      "delete-runs", "list.jsonl", "--yes", environment: s3.environment)
    #expect(ended.status == 77)
    #expect(ended.error.contains("Needs s3:DeleteObject."), "\(ended.error)")
    #expect(try await runs(folder).contains("tpot,ok"))
  }
}
