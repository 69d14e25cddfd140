import AWS
import HTTP

/// All objects of a bucket that begin with a prefix.
final class BucketListing: Exchange {
  private(set) var objects: [ListedObject] = []
  private let s3: S3
  private var walk: ListingWalk

  init(_ s3: S3, prefix: String) {
    self.s3 = s3
    walk = ListingWalk(prefixes: [prefix])
  }

  func next() -> Int? { walk.next() }

  func request(for stretch: Int) throws -> Request { try s3.request(for: walk.call(for: stretch)) }

  func settle(
    _ stretch: Int, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    let call = walk.call(for: stretch)
    switch try s3.reply(to: call, outcome, attempt: attempt) {
    case .again(let pause): return .again(after: pause)
    case .answer(let response):
      do {
        let interval = try walk.take(ListingPage(response.body), of: stretch)
        objects += interval?.objects ?? []
      } catch {
        guard let pause = s3.pause(after: attempt) else {
          throw AWSError.malformed(operation: call.operation, reason: "\(error)")
        }
        return .again(after: pause)
      }
    }
    return .settled
  }
}
