import AWS
import HTTP
import Warehouse

extension BucketSync {
  /// Hears the answer to a page of the listing.
  func settle(
    _ stretch: Int, of call: S3Call, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    switch try s3.reply(to: call, outcome, attempt: attempt) {
    case .again(let pause): return .again(after: pause)
    case .answer(let response):
      do {
        let page = try ListingPage(response.body)
        guard let interval = try walk.take(page, of: stretch) else { return .settled }
        try compare(interval, from: stretch)
      } catch let fault as XMLReader.Fault {
        // A byte may have been hurt on its way.
        guard let pause = s3.pause(after: attempt) else {
          throw AWSError.malformed(operation: call.operation, reason: fault.description)
        }
        return .again(after: pause)
      }
    }
    return .settled
  }

  /// Finds what is to be done about an interval, and takes it up.
  private func compare(_ interval: ListedInterval, from stretch: Int) throws {
    let objects = interval.objects.filter { scope.key($0.key) != nil }
    let plan = SyncPlan(listed: objects, known: try known(in: interval))
    var place = interval
    place.objects = []
    if case .losses(let suspects)? = rechecks[stretch] {
      return lose(plan.vanished.filter { suspects.contains(Array($0.utf8)) })
    }
    state.listed += rechecks[stretch] == nil ? objects.count : 0
    if !objects.isEmpty, interval.prefix != SyncScope.orphans { state.isFolderEmpty = false }
    state.unchanged += plan.unchanged.count
    for object in plan.new { want(object, "new", in: place) }
    for object in plan.changed { want(object, "changed", in: place) }
    if scope.verifies {
      for object in plan.unchanged + plan.reappeared { want(object, "verify", in: place) }
    }
    for object in plan.reappeared {
      keep { $0.reappeared.append(object.key) }
      note("reappeared", object)
    }
    if !plan.vanished.isEmpty {
      // A loss is believed when two listings agree: one hurt byte in a key looks like one.
      rechecks[walk.check(place)] = .losses(Set(plan.vanished.map { Array($0.utf8) }))
    }
  }

  /// What the ledger has of the interval.
  private func known(in interval: ListedInterval) throws -> [KnownObject] {
    let prefix = interval.prefix
    return try target.store.ledger(
      of: target.source.name, after: interval.after ?? prefix,
      through: interval.through ?? prefix.successor
    ).compactMap { entry in
      guard entry.key.utf8.starts(with: prefix.utf8) else { return nil }
      return KnownObject(
        key: entry.key, etag: entry.etag, size: entry.size, isVanished: entry.isVanished,
        isTombstone: entry.isTombstone)
    }
  }

  private func want(_ object: ListedObject, _ deed: String, in place: ListedInterval) {
    guard scope.covers(modifiedAt: object.modifiedAt), let key = scope.key(object.key) else {
      return
    }
    note(deed, object)
    if scope.isRehearsal { return }
    state.wanted += 1
    state.wantedBytes += object.size
    wanted.append(
      Wanted(object: object, key: key, interval: place, isUnchanged: deed == "verify"))
  }

  private func lose(_ keys: [String]) {
    keep { $0.vanished += keys }
    if scope.isRehearsal {
      state.rehearsed += keys.map { SyncState.Change(deed: "vanished", key: $0) }
    }
  }

  private func note(_ deed: String, _ object: ListedObject) {
    guard scope.isRehearsal else { return }
    state.rehearsed.append(
      SyncState.Change(
        deed: deed, key: object.key, size: object.size, modifiedAt: object.modifiedAt))
  }
}

extension String {
  /// A key behind all that begin with this one, which ends in an ASCII character.
  fileprivate var successor: String? {
    guard let last = unicodeScalars.last, last.isASCII, last.value < 0x7F else { return nil }
    var scalars = unicodeScalars
    scalars.removeLast()
    return String(scalars) + String(UnicodeScalar(UInt8(last.value + 1)))
  }
}
