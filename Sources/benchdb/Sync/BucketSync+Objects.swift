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
      try missed(wanted, error)
      return .settled
    }
    guard case .answer(let response) = reply else {
      if case .again(let pause) = reply { return .again(after: pause) }
      return .settled
    }
    if let fault = body.fault(in: response) {
      if let pause = s3.pause(after: attempt) { return .again(after: pause) }
      try missed(
        wanted, .malformed(operation: call.operation, reason: "\(wanted.object.key): \(fault)"))
      return .settled
    }
    take(wanted, body, response)
    return .settled
  }

  private func take(_ wanted: Wanted, _ body: ObjectBody, _ response: Response) {
    state.fetched += 1
    state.fetchedBytes += body.count
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

  /// An object did not come: the rest goes on, unless none would.
  private func missed(_ wanted: Wanted, _ error: AWSError) throws {
    if case .service(let fault) = error, fault.kind == .noObject { return recheck(wanted) }
    if case .transport(.cancelled, _) = error { throw HTTPError.cancelled }
    state.fail(error)
    if state.failures >= 10, state.fetched == 0 { throw error }
  }

  /// A key that was listed is not there: it is gone since, or was hurt on its way.
  private func recheck(_ wanted: Wanted) {
    state.wanted -= 1
    state.wantedBytes -= wanted.object.size
    let start = wanted.interval.prefix + "\n" + (wanted.interval.after ?? "")
    guard phantoms.insert(start).inserted else { return }
    rechecks[walk.check(wanted.interval)] = .phantom
  }
}
