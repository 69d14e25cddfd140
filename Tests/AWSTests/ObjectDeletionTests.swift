import HTTP
import TestSupport
import Testing

@testable import AWS

struct ObjectDeletionTests {
  private let server: S3Peer

  init() throws {
    server = try S3Peer()
  }

  private func delete(_ keys: [String], attempts: Int = 4) throws -> ObjectDeletion {
    let deletion = ObjectDeletion(keys, of: server.client(attempts: attempts))
    try Transport().run(deletion, inFlight: 4)
    return deletion
  }

  private func put(_ keys: [String]) throws {
    try server.put(keys.map { S3Peer.Object($0, "") })
  }

  @Test func `any number of keys goes in calls of a thousand`() throws {
    let keys = (0..<2500).map { "out/results\($0).csv" }
    try put(keys + ["out/readme"])
    #expect(try delete(keys).deleted == 2500)
    #expect(try server.keys() == ["out/readme"])
    #expect(try server.counts()[.deleteObjects] == 3)
  }

  @Test func `what is gone counts as deleted, and no keys are no call`() throws {
    try put(["a"])
    #expect(try delete(["a", "b"]).deleted == 2)
    #expect(try delete(["a", "b"]).deleted == 2)
    #expect(try delete([]).deleted == 0)
    #expect(try server.counts()[.deleteObjects] == 2)
  }

  @Test func `keys of any characters are deleted, and no others`() throws {
    let keys = [
      "new\nline", "a&b<c>\"d'", "../up", "/first", " spaced ", "tab\t", "\r", "ü/日本", "100%+",
    ]
    try put(keys + ["new line", "a"])
    #expect(try delete(keys).deleted == keys.count)
    #expect(try server.keys() == ["a", "new line"])
  }

  @Test func `keys that are denied stay, and are told of`() throws {
    let keys = (0..<1200).map { "out/results\($0).csv" }
    try put(keys)
    try server.deny(.deleteObject, key: "99\\.csv$")
    let deletion = try delete(keys)
    #expect(deletion.failures == 12)
    #expect(deletion.deleted == 1188)
    #expect(deletion.failure?.description.contains("99.csv (AccessDenied)") == true)
    #expect(try server.keys().count == 12)
  }

  @Test(arguments: ["SlowDown", "InternalError"])
  func `a key that the store is too busy for is asked for again, and in the end given up`(
    code: String
  ) throws {
    try put(["a", "b"])
    try server.deny(.deleteObject, key: "^b$", code: code)
    let deletion = try delete(["a", "b"], attempts: 3)
    #expect(deletion.deleted == 1)
    #expect(deletion.failures == 1)
    #expect(try server.counts()[.deleteObjects] == 3)
  }

  @Test func `faults on the way do no harm`() throws {
    let keys = (0..<1500).map { "\($0)" }
    try put(keys)
    try server.fault(.slowDown, on: .deleteObjects, .first(1))
    try server.fault(.reset, on: .deleteObjects, .first(1))
    #expect(try delete(keys).deleted == 1500)
    #expect(try server.keys() == [])
  }
}
