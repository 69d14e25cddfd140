package import HTTP

/// Deletes any number of objects, a thousand to a call, some calls side by side.
///
/// Deleting what is gone does no harm, so that it can be stopped and begun again.
package final class ObjectDeletion: Exchange {
  /// The keys of a call; those that are left of them, when it is asked again.
  package final class Batch {
    fileprivate var keys: [String]

    fileprivate init(_ keys: some Sequence<String>) {
      self.keys = Array(keys)
    }
  }

  package private(set) var deleted = 0
  /// The first refusal that another attempt would not change, and how many there were.
  package private(set) var failure: AWSError?
  package private(set) var failures = 0

  private let s3: S3
  private var batches: [Batch]
  private let progress: (_ deleted: Int) -> Void

  package init(_ keys: [String], of s3: S3, progress: @escaping (Int) -> Void = { _ in }) {
    self.s3 = s3
    self.progress = progress
    let starts = stride(from: 0, to: keys.count, by: S3Call.mostDeletions)
    batches = starts.reversed().map { Batch(keys[$0...].prefix(S3Call.mostDeletions)) }
  }

  package func next() -> Batch? { batches.popLast() }

  package func request(for batch: Batch) throws -> Request {
    try s3.request(for: .delete(batch.keys))
  }

  package func settle(
    _ batch: Batch, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    let call = S3Call.delete(batch.keys)
    switch try s3.reply(to: call, outcome, attempt: attempt) {
    case .again(let pause): return .again(after: pause)
    case .answer(let response):
      let pause = s3.pause(after: attempt)
      do {
        take(try DeletionAnswer(response.body), to: batch, of: call, isFinal: pause == nil)
      } catch {
        guard pause != nil else {
          throw AWSError.malformed(operation: call.operation, reason: error.description)
        }
      }
      guard let pause, !batch.keys.isEmpty else { return .settled }
      return .again(after: pause)
    }
  }

  /// Counts what is deleted and what is refused, and leaves in the batch what may yet be deleted.
  private func take(
    _ answer: DeletionAnswer, to batch: Batch, of call: S3Call, isFinal: Bool
  ) {
    var again: [String] = []
    var refused = 0
    for refusal in answer.refusals {
      let fault = s3.fault(of: call, key: refusal.key, refusal.code, refusal.message)
      switch fault.kind {
      case .noObject: break
      case .throttled where !isFinal, .busy where !isFinal: again.append(refusal.key)
      default:
        failure = failure ?? .service(fault)
        refused += 1
      }
    }
    deleted += batch.keys.count - refused - again.count
    failures += refused
    batch.keys = again
    progress(deleted)
  }
}
