import Foundation
import TestSupport
import Testing

/// Opening what is no warehouse of this benchdb.
struct OpeningTests {
  @Test func `a warehouse that is not there is not made`() async throws {
    let folder = try FreshFolder()
    let ended = try await folder.benchdb("query", "SELECT 1")
    #expect(ended.status == 66)
    #expect(
      ended.error.hasPrefix("error: no database at ./bench.db. Start one with \"benchdb init\""))
    #expect(folder.names.isEmpty)
  }

  @Test func `a file of another kind is refused`() async throws {
    let folder = try FreshFolder()
    try folder.write(String(repeating: "not a database\n", count: 100), to: "bench.db")
    #expect(try await folder.benchdb("query", "SELECT 1").status == 65)
  }

  @Test func `a warehouse of a newer benchdb is refused and left as it is`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let file = folder.url.appending(path: "bench.db")
    let newer = try renamed("0001-warehouse", "9999-warehouse", in: Data(contentsOf: file))
    try newer.write(to: file)
    let ended = try await folder.benchdb("query", "SELECT 1")
    #expect(ended.status == 65)
    #expect(ended.error.contains("was made by a newer benchdb, whose 9999-warehouse"))
    #expect(try Data(contentsOf: file) == newer)
  }

  @Test func `BENCHDB_DB names the warehouse unless a flag does`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "lab")
    let environment = ["BENCHDB_DB": "lab/bench.db"]
    #expect(try await folder.benchdb("check", environment: environment).status == 0)
    #expect(
      try await folder.benchdb("check", "--db", "other.db", environment: environment).status == 66)
  }

  /// What a migration is called stands in the file as text.
  private func renamed(_ old: String, _ new: String, in data: Data) -> Data {
    var data = data
    while let range = data.firstRange(of: Data(old.utf8)) {
      data.replaceSubrange(range, with: Data(new.utf8))
    }
    return data
  }
}
