package import HTTP

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
  private let progress: (_ done: Int, _ total: Int) -> Void
  private var summary = Summary()
  private var done = 0
  private var total = 0

  /// Requests with bodies at once.
  private static let inFlight = 8

  /// - Parameter progress: hears how many bytes are there so far, of those that were not.
  package init(
    to s3: S3, over transport: Transport, layout: UploadLayout = UploadLayout(),
    progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    self.s3 = s3
    self.transport = transport
    self.layout = layout
    self.progress = progress
  }

  /// Uploads what is new or changed.
  ///
  /// - Throws: `AWSError`; `AWSError.changed` for a file that does not keep still, whose parts are then
  ///   given up; `HTTPError.file` for one that cannot be read, `HTTPError.cancelled`. What was sent
  ///   before stays.
  package func run(_ items: [UploadItem]) throws -> Summary {
    let changed = try changed(of: items)
    summary = Summary(unchanged: items.count - changed.count)
    (done, total) = (0, changed.reduce(0) { $0 + $1.file.size })
    let whole = changed.filter(\.file.isWhole)
    try send(whole.map { .init(call: .put($0.file, to: $0.key), file: $0.file, index: 0) })
    summary.sent += whole.count
    for (file, key) in changed where !file.isWhole {
      try upload(file, to: key)
      summary.sent += 1
    }
    return summary
  }

  /// The files that are not in the bucket, or not as they are here.
  private func changed(of items: [UploadItem]) throws -> [(file: UploadFile, key: String)] {
    let heads = Heads(items.map(\.key), of: s3)
    try transport.run(heads, inFlight: 32)
    return try zip(items, heads.found).compactMap { item, found in
      let file = try UploadFile(item.path, in: layout, meanwhile: transport.checkCancellation)
      return found?.isSame(as: file) == true ? nil : (file, item.key)
    }
  }

  /// Sends pieces side by side, and hears what the store calls each.
  private func send(
    _ jobs: [PieceSending.Job],
    arrived: @escaping (_ index: Int, _ etag: String) -> Void = { _, _ in }
  ) throws {
    let sending = PieceSending(jobs, of: s3) { [self] job, etag in
      summary.bytes += job.piece.count
      advance(by: job.piece)
      arrived(job.index, etag)
    }
    try transport.run(sending, inFlight: Self.inFlight)
  }

  private func advance(by piece: UploadFile.Piece) {
    done += piece.count
    progress(done, total)
  }

  // MARK: In parts

  private func upload(_ file: UploadFile, to key: String) throws {
    let begun = try BegunUpload.found(of: key, on: s3, transport)
    let upload = try begun?.id ?? BegunUpload.new(of: key, on: s3, transport)
    var etags = file.pieces.enumerated().map { index, piece in
      begun?.parts[index + 1].flatMap { $0 == Digest.hexadecimal(piece.md5) ? $0 : nil }
    }
    for (piece, etag) in zip(file.pieces, etags) where etag != nil { advance(by: piece) }
    let missing = etags.indices.filter { etags[$0] == nil }
    do {
      try send(
        missing.map { index in
          let call = S3Call.part(index, of: file, to: key, upload: upload)
          return .init(call: call, file: file, index: index)
        }
      ) { etags[$0] = $1 }
      guard file.isUnchanged else { throw AWSError.changed(file.path) }
    } catch AWSError.changed(let path) {
      _ = try? s3.send(.giveUp(upload, of: key), over: transport)
      throw AWSError.changed(path)
    }
    try complete(upload, of: file, to: key, etags.compactMap(\.self))
  }

  private func complete(
    _ upload: String, of file: UploadFile, to key: String, _ etags: [String]
  ) throws {
    do {
      _ = try s3.send(.completeUpload(upload, of: key, etags: etags), over: transport)
    } catch AWSError.service(let fault) where fault.code == "NoSuchUpload" {
      // It was completed, and the answer got lost; or another has given it up.
      let heads = Heads([key], of: s3)
      try transport.run(heads, inFlight: 1)
      guard heads.found[0]?.isSame(as: file) == true else { throw AWSError.service(fault) }
    }
  }
}
