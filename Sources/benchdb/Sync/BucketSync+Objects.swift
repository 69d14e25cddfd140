import AWS
import HTTP
import Warehouse

extension BucketSync {
  /// Hears the answer to an object.
  func settle(
    _ wanted: Wanted, _ body: ObjectBody, of call: S3Call, _ outcome: Result<Response, HTTPError>,
    attempt: Int
  ) throws -> Verdict {
    let reply: S3.Reply
    do {
      reply = try s3.reply(to: call, outcome, attempt: attempt)
    } catch {
      if case .transport(.cancelled, _) = error { throw error }
      missed(wanted, error)
      return .settled
    }
    guard case .answer(let response) = reply else {
      if case .again(let pause) = reply { return .again(after: pause) }
      return .settled
    }
    if let fault = body.fault(in: response) {
      isDoubtful = true
      if let pause = s3.pause(after: attempt) { return .again(after: pause) }
      missed(
        wanted, .malformed(operation: call.operation, reason: "\(wanted.object.key): \(fault)"))
      return .settled
    }
    take(wanted, body, response)
    return .settled
  }

  private func take(_ wanted: Wanted, _ body: ObjectBody, _ response: Response) {
    state.fetched += 1
    state.fetchedBytes += body.count
    missesInARow[wanted.prefix] = 0
    if wanted.isUnchanged {
      state.verified += 1
      return
    }
    // It may have been changed since it was listed: what came is what counts.
    let etag = response[header: "ETag"].map(ListingPage.unquoted) ?? wanted.object.etag
    let object = BucketObject(
      key: wanted.object.key, etag: etag, size: body.count, modifiedAt: wanted.object.modifiedAt)
    keep {
      $0.add(
        SyncBatch.Fetched(object: object, key: wanted.key, body: body.bytes, size: body.count))
    }
  }

  /// An object did not come: the rest goes on.
  private func missed(_ wanted: Wanted, _ error: AWSError) {
    if case .service(let fault) = error, fault.kind == .noObject {
      // It was listed, but it is gone since, or its key was hurt on its way.
      state.wanted -= 1
      state.wantedBytes -= wanted.object.size
      isDoubtful = true
      return
    }
    state.fail(error)
    missesInARow[wanted.prefix, default: 0] += 1
  }

  /// The next object to fetch. Where one after the other did not come, no more of the prefix is asked for.
  func nextWanted() -> Wanted? {
    while let first = wanted.first, missesInARow[first.prefix, default: 0] >= Self.mostMisses {
      _ = wanted.popFirst()
      state.failures += 1
    }
    return wanted.first
  }

  private static let mostMisses = 20
}
