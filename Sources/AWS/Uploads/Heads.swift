internal import HTTP

/// Asks what is at some keys; in the order of the keys.
final class Heads: Exchange {
  /// What a bucket has under a key.
  struct Found {
    var etag: String
    var size: Int
    /// In Base64; nil where the store keeps none.
    var sha256: String?

    /// Whether it is that file; nothing else has its digests.
    func isSame(as file: UploadFile) -> Bool {
      size == file.size
        && (etag.lowercased() == file.etag
          || file.isWhole && sha256 == Digest.base64(file.pieces[0].sha256))
    }
  }

  /// Nil where there is nothing, or nothing that may be looked at.
  private(set) var found: [Found?]
  private let calls: [S3Call]
  private let s3: S3
  private var position = 0

  init(_ keys: [String], of s3: S3) {
    self.s3 = s3
    found = Array(repeating: nil, count: keys.count)
    calls = keys.map { key in
      var call = S3Call.head(key)
      call.headers.append(Header("x-amz-checksum-mode", "ENABLED"))
      return call
    }
  }

  func next() -> Int? {
    guard position < calls.count else { return nil }
    defer { position += 1 }
    return position
  }

  func request(for index: Int) throws -> Request { try s3.request(for: calls[index]) }

  func settle(
    _ index: Int, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    do throws(AWSError) {
      switch try s3.reply(to: calls[index], outcome, attempt: attempt) {
      case .again(let pause): return .again(after: pause)
      case .answer(let response):
        found[index] = Found(
          etag: ListingPage.unquoted(response[header: "ETag"] ?? ""),
          size: response[header: "Content-Length"].flatMap { Int($0) } ?? -1,
          sha256: response[header: "x-amz-checksum-sha256"])
      }
    } catch {
      // Who may not list a bucket is told of a key that is not there that he may not read it.
      guard case .service(let fault) = error, [.noObject, .denied].contains(fault.kind) else {
        throw error
      }
    }
    return .settled
  }
}
