internal import HTTP

/// Sends pieces of files side by side; each is there, to the byte, when it is told of.
final class PieceSending: Exchange {
  private let s3: S3
  private let calls: [(call: S3Call, piece: UploadFile.Piece)]
  private let arrived: (Int) -> Void
  private var position = 0

  init(
    _ calls: [(call: S3Call, piece: UploadFile.Piece)], of s3: S3,
    arrived: @escaping (_ index: Int) -> Void
  ) {
    self.calls = calls
    self.s3 = s3
    self.arrived = arrived
  }

  func next() -> Int? {
    guard position < calls.count else { return nil }
    defer { position += 1 }
    return position
  }

  func request(for index: Int) throws -> Request { try s3.request(for: calls[index].call) }

  func settle(
    _ index: Int, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    let (call, piece) = calls[index]
    switch try s3.reply(to: call, outcome, attempt: attempt) {
    case .again(let pause): return .again(after: pause)
    case .answer(let response):
      let etag = ListingPage.unquoted(response[header: "ETag"] ?? "")
      let isEncrypted = response[header: "x-amz-server-side-encryption"]?.hasPrefix("aws:kms")
      guard !ObjectBody.isMD5(etag) || isEncrypted == true || etag == piece.etag else {
        throw AWSError.malformed(
          operation: call.operation, reason: "\(call.key ?? "") arrived as something else")
      }
      arrived(index)
    }
    return .settled
  }
}
