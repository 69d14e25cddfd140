package import HTTP

/// Deletes any number of objects, a thousand to a call, some calls side by side.
///
/// Deleting what is gone does no harm, so that it can be stopped and begun again.
package final class ObjectDeletion: Exchange {
  /// Keys to delete, and how often they were asked for in vain.
  package struct Batch {
    var keys: [String]
    var round: Int
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
    batches = starts.map { start in
      Batch(keys: Array(keys[start...].prefix(S3Call.mostDeletions)), round: 1)
    }.reversed()
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
      do {
        take(try DeletionAnswer(response.body), to: batch, call)
      } catch {
        guard let pause = s3.pause(after: attempt) else {
          throw AWSError.malformed(operation: call.operation, reason: error.description)
        }
        return .again(after: pause)
      }
    }
    return .settled
  }

  private func take(_ answer: DeletionAnswer, to batch: Batch, _ call: S3Call) {
    var again: [String] = []
    for refusal in answer.refusals {
      let fault = s3.fault(of: call, key: refusal.key, refusal.code, refusal.message)
      switch fault.kind {
      case .noObject: break
      case .throttled,
        .busy where batch.round < 5:
        again.append(refusal.key)
      default:
        failure = failure ?? .service(fault)
        failures += 1
      }
    }
    if !again.isEmpty { batches.append(Batch(keys: again, round: batch.round + 1)) }
    deleted += batch.keys.count - answer.refusals.count
    progress(deleted)
  }
}
