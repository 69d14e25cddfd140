package import HTTP

/// A file, and the key it goes to.
package struct UploadItem: Sendable, Hashable {
  package var path: String
  package var key: String

  package init(path: String, key: String) {
    self.path = path
    self.key = key
  }
}

/// Brings files into a bucket: only those that are not there as they are, each with its digests, large
/// ones in parts. What was cut off goes on where it was.
package final class Uploads {
  package struct Summary: Sendable, Equatable {
    package var sent = 0
    package var unchanged = 0
    /// Bytes that were sent; parts that were there already not counted.
    package var bytes = 0
  }

  private let s3: S3
  private let transport: Transport
  private let layout: UploadLayout
  private let progress: (_ bytes: Int) -> Void
  private var summary = Summary()

  /// Requests with bodies at once.
  private static let inFlight = 8

  /// - Parameter progress: hears how many bytes were sent so far.
  package init(
    to s3: S3, over transport: Transport, layout: UploadLayout = UploadLayout(),
    progress: @escaping (Int) -> Void = { _ in }
  ) {
    self.s3 = s3
    self.transport = transport
    self.layout = layout
    self.progress = progress
  }

  /// Uploads what is new or changed.
  ///
  /// - Throws: `AWSError`, `HTTPError.file` for a file that cannot be read; what was sent before stays.
  package func run(_ items: [UploadItem]) throws -> Summary {
    summary = Summary()
    let heads = Heads(items, of: s3)
    try transport.run(heads, inFlight: 32)
    var whole: [(UploadItem, UploadFile.Piece)] = []
    for (item, remote) in zip(items, heads.found) {
      let file = try UploadFile.opened(item.path)
      if let parts = layout.parts(of: file.size) {
        try upload(file, in: parts, to: item.key, remote)
        continue
      }
      let piece = try file.piece(at: 0, count: file.size)
      if let remote, remote.size == file.size, remote.etag == piece.etag {
        summary.unchanged += 1
      } else {
        whole.append((item, piece))
      }
    }
    try put(whole)
    return summary
  }

  private func put(_ files: [(UploadItem, UploadFile.Piece)]) throws {
    let calls = files.map { item, piece in (S3Call.put(piece, to: item.key), piece) }
    try transport.run(sending(calls) { _ in }, inFlight: Self.inFlight)
    summary.sent += files.count
  }

  /// Sends pieces, and hears of each that arrived.
  private func sending(
    _ calls: [(call: S3Call, piece: UploadFile.Piece)], arrived: @escaping (Int) -> Void
  ) -> PieceSending {
    PieceSending(calls, of: s3) { [self] index in
      summary.bytes += calls[index].piece.count
      progress(summary.bytes)
      arrived(index)
    }
  }

  // MARK: In parts

  private func upload(
    _ file: UploadFile, in parts: [(offset: Int, count: Int)], to key: String,
    _ remote: Heads.Found?
  ) throws {
    let pieces = try parts.map { try file.piece(at: $0.offset, count: $0.count) }
    let etag = UploadLayout.etag(of: pieces.map(\.md5))
    if let remote, remote.size == file.size, remote.etag == etag {
      summary.unchanged += 1
      return
    }
    let (upload, sent) = try begunUpload(of: key)
    let missing = pieces.indices.filter { sent[$0 + 1] != pieces[$0].etag }
    let calls = missing.map { index in
      (S3Call.part(index + 1, of: upload, key, pieces[index]), pieces[index])
    }
    try transport.run(sending(calls) { _ in }, inFlight: Self.inFlight)
    guard file.isUnchanged else {
      _ = try? s3.send(.giveUp(upload, of: key), over: transport)
      throw AWSError.changed(file.path)
    }
    _ = try s3.send(
      .completeUpload(upload, of: key, etags: pieces.map(\.etag)), over: transport)
    summary.sent += 1
  }

  /// The upload of a key that was begun and cut off, with the ETags of its parts by their numbers; else a
  /// new one.
  private func begunUpload(of key: String) throws -> (id: String, parts: [Int: String]) {
    let answer = try parsed(.uploads(prefix: key))
    let begun = answer.all("Upload").last { upload in
      percentDecoded((upload.text("Key") ?? "").replacing("+", with: " ")) == key
    }
    if let id = begun?.text("UploadId") { return (id, try parts(of: id, key)) }
    let new = try parsed(.beginUpload(of: key))
    guard let id = new.text("UploadId") else {
      throw AWSError.malformed(operation: "CreateMultipartUpload", reason: "it names no upload")
    }
    return (id, [:])
  }

  private func parts(of upload: String, _ key: String) throws -> [Int: String] {
    var parts: [Int: String] = [:]
    var last = 0
    while true {
      let answer = try parsed(.parts(of: upload, key, after: last))
      for part in answer.all("Part") {
        guard let number = part.text("PartNumber").flatMap({ Int($0) }) else { continue }
        parts[number] = ListingPage.unquoted(part.text("ETag") ?? "")
        last = max(last, number)
      }
      guard answer.text("IsTruncated") == "true", !answer.all("Part").isEmpty else { return parts }
    }
  }

  private func parsed(_ call: S3Call) throws -> XMLElement {
    let response = try s3.send(call, over: transport)
    do {
      return try XMLElement.parse(response.body)
    } catch {
      throw AWSError.malformed(operation: call.operation, reason: error.description)
    }
  }
}
