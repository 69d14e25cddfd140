internal import HTTP

/// Asks what is at some keys; in the order of the items.
final class Heads: Exchange {
  struct Found {
    var etag: String
    var size: Int
  }

  /// Nil where there is nothing.
  private(set) var found: [Found?]
  private let items: [UploadItem]
  private let s3: S3
  private var position = 0

  init(_ items: [UploadItem], of s3: S3) {
    self.items = items
    self.s3 = s3
    found = Array(repeating: nil, count: items.count)
  }

  func next() -> Int? {
    guard position < items.count else { return nil }
    defer { position += 1 }
    return position
  }

  func request(for index: Int) throws -> Request {
    try s3.request(for: .head(items[index].key))
  }

  func settle(
    _ index: Int, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    let reply: S3.Reply
    do {
      reply = try s3.reply(to: .head(items[index].key), outcome, attempt: attempt)
    } catch {
      guard case .service(let fault) = error, fault.kind == .noObject else { throw error }
      return .settled
    }
    switch reply {
    case .again(let pause): return .again(after: pause)
    case .answer(let response):
      found[index] = Found(
        etag: ListingPage.unquoted(response[header: "ETag"] ?? ""),
        size: response[header: "Content-Length"].flatMap { Int($0) } ?? -1)
    }
    return .settled
  }
}
