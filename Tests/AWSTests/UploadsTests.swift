import Foundation
import HTTP
import TestSupport
import Testing

@testable import AWS

/// Uploads to a real server, in parts of 64 KiB where files are larger than 100 kB.
struct UploadsTests {
  private let server: S3Peer
  private let folder: FreshFolder
  private let transport = Transport()
  private var layout = UploadLayout()

  init() throws {
    server = try S3Peer()
    folder = try FreshFolder()
    layout.wholeUpTo = 100_000
    layout.partSize = 65_536
    try server.setSmallestPart(bytes: 1)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = folder.url.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  private func item(_ key: String, _ count: Int, seed: Int = 1) throws -> UploadItem {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* seed &+ $0 >> 8) }
    return UploadItem(path: try file("file-\(key.utf8.count)-\(count)", bytes), key: key)
  }

  private func run(
    _ items: [UploadItem], attempts: Int = 4, progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws -> Uploads.Summary {
    try Uploads(
      to: server.client(attempts: attempts), over: transport, layout: layout, progress: progress
    ).run(items)
  }

  private func isThere(_ item: UploadItem) throws -> Bool {
    let stored = try server.object(item.key)?.bytes
    return stored == FileManager.default.contents(atPath: item.path).map { Array($0) }
  }

  @Test func `small files go whole, large ones in parts, and only what changed goes again`() throws
  {
    let items = try [
      item("datasets/empty.csv", 0), item("datasets/a.csv", 1000),
      item("datasets/large.csv", 200_001),
    ]
    #expect(try run(items) == Uploads.Summary(sent: 3, unchanged: 0, bytes: 201_001))
    for item in items { #expect(try isThere(item)) }
    #expect(try server.object("datasets/large.csv")?.etag.hasSuffix("-4") == true)
    #expect(try run(items) == Uploads.Summary(sent: 0, unchanged: 3, bytes: 0))
    let changed = try item("datasets/large.csv", 200_001, seed: 7)
    #expect(try run([items[0], changed]).sent == 1)
    #expect(try isThere(changed))
    #expect(try server.uploads() == [])
    #expect(try run([]) == Uploads.Summary())
  }

  @Test func `keys of any characters are written`() throws {
    let keys = ["new\nline", "a&b<c>+%", "../up", "/first", " spaced ", "ü/日本", "?uploads"]
    let small = try item("small", 10).path
    let large = try item("large", 150_000).path
    let items = keys.flatMap {
      [UploadItem(path: small, key: $0), UploadItem(path: large, key: "\($0) in parts")]
    }
    #expect(try run(items).sent == 14)
    for item in items { #expect(try isThere(item)) }
    #expect(try run(items).unchanged == 14)
  }

  /// By Python: the MD5 of the MD5s of each 65,536 of `b"a" * 200_000`.
  @Test func `an object in parts has the ETag of its parts`() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 200_000)
    let item = UploadItem(path: try file("a", bytes), key: "a")
    _ = try run([item])
    #expect(try server.object("a")?.etag == "c645324613b439f40a4ef3555830e4e6-4")
  }

  @Test func `progress ends where it was said to`() throws {
    var heard: [(Int, Int)] = []
    _ = try run([item("small", 10), item("large", 150_000)]) { heard.append(($0, $1)) }
    #expect(heard.map(\.0) == [10] + heard.dropFirst().map(\.0).sorted())
    #expect(heard.last?.0 == 150_010)
    #expect(heard.allSatisfy { $0.1 == 150_010 })
  }

  // MARK: Bad days

  @Test func `what was cut off goes on where it was`() throws {
    let item = try item("large.csv", 400_000)
    try server.deny(.completeUpload)
    #expect(throws: AWSError.self) { try run([item]) }
    #expect(try server.uploads().count == 1)
    try server.heal()
    try server.forget()
    #expect(try run([item]) == Uploads.Summary(sent: 1, unchanged: 0, bytes: 0))
    #expect(try server.counts()[.uploadPart] == 0)
    #expect(try isThere(item))
  }

  /// Of the requests for parts of that key, the fault strikes the 9th, the 11th and the 15th.
  @Test func `parts that arrived before the end are not sent again`() throws {
    let item = try item("large.csv", 20 * 65_536)
    try server.fault(.slowDown, on: .uploadPart, .share(0.2, seed: 2))
    #expect(throws: AWSError.self) { try run([item], attempts: 1) }
    try server.heal()
    try server.forget()
    let bytes = try run([item]).bytes
    let parts = try server.counts()[.uploadPart]
    #expect((1..<20).contains(parts))
    #expect(bytes == parts * 65_536)
    #expect(try isThere(item))
    #expect(try server.uploads() == [])
  }

  @Test func `parts of an older file are sent again`() throws {
    try server.deny(.completeUpload)
    #expect(throws: AWSError.self) { try run([item("large.csv", 200_000)]) }
    try server.heal()
    let changed = try item("large.csv", 150_000, seed: 5)
    #expect(try run([changed]).bytes == 150_000)
    #expect(try isThere(changed))
  }

  @Test(arguments: [S3Peer.Operation.listUploads, .listParts, .headObject])
  func `who may not look sends all`(operation: S3Peer.Operation) throws {
    try server.deny(operation)
    let item = try item("large.csv", 150_000)
    #expect(try run([item]).bytes == 150_000)
    #expect(try isThere(item))
  }

  @Test func `faults on the way do no harm`() throws {
    try server.fault(.slowDown, on: .uploadPart, .firstOfEachKey(2))
    try server.fault(.errorInGoodAnswer, on: .completeUpload, .first(1))
    try server.fault(.reset, on: .putObject, .first(1))
    try server.fault(.reset, on: .uploadPart, .first(1))
    let items = try [item("large.csv", 300_000), item("small.csv", 10)]
    #expect(try run(items).sent == 2)
    for item in items { #expect(try isThere(item)) }
  }

  @Test func `a completion whose answer got lost is one`() throws {
    try server.fault(.resetInBody, on: .completeUpload, .first(1))
    let item = try item("large.csv", 150_000)
    #expect(try run([item]).sent == 1)
    #expect(try isThere(item))
    #expect(try server.uploads() == [])
  }

  @Test(arguments: [130_000, 70_000 * 20])
  func `a large file that changes under way is noticed, and its parts are given up`(
    size: Int
  ) throws {
    let item = try item("large.csv", size)
    let error = #expect(throws: AWSError.self) {
      try run([item]) { done, _ in
        if done <= 65_536 { try? Data([1, 2, 3]).write(to: URL(filePath: item.path)) }
      }
    }
    #expect(error?.description.hasPrefix("\(item.path) was changed") == true)
    #expect(try server.uploads() == [])
    #expect(try server.object("large.csv") == nil)
  }

  @Test func `a small file that changes under way is noticed`() throws {
    let items = try (1...30).map { try item("\($0)", 50_000 + $0) }
    let last = items[29].path
    let error = #expect(throws: AWSError.self) {
      try run(items) { done, _ in
        if done < 60_000 { try? Data([1]).write(to: URL(filePath: last)) }
      }
    }
    #expect(error?.description.hasPrefix("\(last) was changed") == true)
  }

  @Test func `a file that is not there is told by its name`() {
    let item = UploadItem(path: folder.url.appending(path: "none").path, key: "none")
    #expect(throws: HTTPError.file(item.path)) { try run([item]) }
  }

  @Test func `a user who ends it is heard while files are read`() throws {
    let path = try item("a", 10).path
    #expect(throws: HTTPError.cancelled) {
      try UploadFile(path, in: layout) { throw HTTPError.cancelled }
    }
  }
}
