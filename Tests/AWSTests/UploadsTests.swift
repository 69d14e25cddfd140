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

  private func s3() -> S3 {
    let endpoint = server.endpoint
    return S3(
      bucket: S3Peer.bucket, region: "us-east-1", attempts: 4,
      access: S3.Access(
        url: { call, region in
          S3Endpoint(url: endpoint).url(of: call, in: S3Peer.bucket, region: region)
        },
        credentials: { _ in
          Credentials(
            accessKeyID: S3Peer.accessKey, secretAccessKey: S3Peer.secretKey, origin: "a test")
        },
        forget: {}, clock: { Int(Date.now.timeIntervalSince1970) }),
      random: SystemRandomNumberGenerator())
  }

  private func item(_ key: String, _ count: Int, seed: Int = 1) throws -> UploadItem {
    let name = "file-\(key.utf8.count)-\(count)"
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* seed &+ $0 >> 8) }
    let url = folder.url.appending(path: name)
    try Data(bytes).write(to: url)
    return UploadItem(path: url.path, key: key)
  }

  private func run(_ items: UploadItem...) throws -> Uploads.Summary {
    try Uploads(to: s3(), over: transport, layout: layout).run(items)
  }

  private func isThere(_ item: UploadItem) throws -> Bool {
    let stored = try server.object(item.key)?.bytes
    return stored == FileManager.default.contents(atPath: item.path).map { Array($0) }
  }

  @Test func `small files go whole, large ones in parts, and only what changed goes again`() throws
  {
    let items = try [
      item("datasets/empty.csv", 0), item("datasets/a b+c/ü.csv", 1000),
      item("datasets/large.csv", 200_001),
    ]
    let first = try run(items[0], items[1], items[2])
    #expect(first == Uploads.Summary(sent: 3, unchanged: 0, bytes: 201_001))
    for item in items { #expect(try isThere(item)) }
    #expect(try server.object("datasets/large.csv")?.etag.hasSuffix("-4") == true)
    #expect(
      try run(items[0], items[1], items[2]) == Uploads.Summary(sent: 0, unchanged: 3, bytes: 0))
    let changed = try item("datasets/large.csv", 200_001, seed: 7)
    #expect(try run(items[0], changed).sent == 1)
    #expect(try isThere(changed))
    #expect(try server.uploads() == [])
  }

  @Test func `what was cut off goes on where it was`() throws {
    let item = try item("large.csv", 400_000)
    try server.deny(.completeUpload)
    #expect(throws: AWSError.self) { try run(item) }
    #expect(try server.uploads().count == 1)
    try server.heal()
    try server.forget()
    #expect(try run(item) == Uploads.Summary(sent: 1, unchanged: 0, bytes: 0))
    #expect(try server.counts()[.uploadPart] == 0)
    #expect(try isThere(item))
  }

  @Test func `faults on the way do no harm`() throws {
    try server.fault(.slowDown, on: .uploadPart, .firstOfEachKey(2))
    try server.fault(.errorInGoodAnswer, on: .completeUpload, .first(1))
    try server.fault(.reset, on: .putObject, .first(1))
    let items = try [item("large.csv", 300_000), item("small.csv", 10)]
    #expect(try run(items[0], items[1]).sent == 2)
    for item in items { #expect(try isThere(item)) }
  }

  @Test func `a file that is not there is told by its name`() {
    let item = UploadItem(path: folder.url.appending(path: "none").path, key: "none")
    #expect(throws: HTTPError.file(item.path)) { try run(item) }
  }

  @Test func `parts are as few as S3 allows`() {
    let layout = UploadLayout()
    #expect(layout.parts(of: 64 << 20) == nil)
    #expect(
      layout.parts(of: (64 << 20) + 1)?.map(\.count) == [16 << 20, 16 << 20, 16 << 20, 16 << 20, 1])
    #expect(layout.parts(of: 1 << 40)?.count == 10_000)
  }

  /// The value is Python's: hashlib.md5(md5(b"a").digest() + md5(b"b").digest()).hexdigest().
  @Test func `the ETag of parts is the MD5 of their MD5s`() {
    let parts = ["a", "b"].map { Digest.of(Array($0.utf8), by: .md5) }
    #expect(UploadLayout.etag(of: parts) == "96e024ba2074fe77e8e965ba43a704be-2")
  }
}
