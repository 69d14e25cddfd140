import AWS
import HTTP
import Warehouse

extension BucketSync {
  /// Hears the answer to a page of the listing.
  func settle(
    _ stretch: Int, of call: S3Call, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    do {
      switch try s3.reply(to: call, outcome, attempt: attempt) {
      case .again(let pause): return .again(after: pause)
      case .answer(let response):
        let page = try ListingPage(response.body)
        guard let interval = try walk.take(page, of: stretch) else { return .settled }
        try compare(interval, from: stretch)
      }
    } catch let fault as XMLReader.Fault {
      // A byte may have been hurt on its way.
      isDoubtful = true
      if let pause = s3.pause(after: attempt) { return .again(after: pause) }
      throw AWSError.malformed(operation: call.operation, reason: fault.description)
    } catch AWSError.service(let fault) where fault.kind == .denied && call.isOfOrphans {
      // They lie outside the folder, and a policy may well end where it does.
      state.counts.notes.append("logs of killed runs are not looked for: \(fault)")
    }
    return .settled
  }

  /// Finds what is to be done about an interval, and takes it up.
  private func compare(_ interval: ListedInterval, from stretch: Int) throws {
    let objects = interval.objects.filter { scope.key($0.key) != nil }
    let plan = SyncPlan(listed: objects, known: try known(in: interval))
    if let suspects = suspects[stretch] {
      return try lose(plan.vanished.filter { suspects.contains(Array($0.utf8)) })
    }
    if !objects.isEmpty, interval.prefix != SyncScope.orphans { state.isFolderEmpty = false }
    for object in plan.new { try want(object, "new", in: interval) }
    for object in plan.changed { try want(object, "changed", in: interval) }
    for object in plan.reappeared {
      keep { $0.reappeared.append(object.key) }
      try note("reappeared", object)
    }
    if !looksAgain {
      state.listed += objects.count
      state.unchanged += plan.unchanged.count
      let known = scope.verifies ? plan.unchanged + plan.reappeared : []
      for object in known { try want(object, "verify", in: interval) }
    }
    if !plan.vanished.isEmpty {
      // A loss is believed when two listings agree: one hurt byte in a key looks like one.
      suspects[walk.check(interval)] = Set(plan.vanished.map { Array($0.utf8) })
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

  private func want(_ object: ListedObject, _ deed: String, in interval: ListedInterval) throws {
    guard scope.covers(modifiedAt: object.modifiedAt), let key = scope.key(object.key) else {
      return
    }
    try note(deed, object)
    if scope.isRehearsal { return }
    state.wanted += 1
    state.wantedBytes += object.size
    wanted.append(
      Wanted(
        object: object, key: key, prefix: interval.prefix, isUnchanged: deed == "verify"))
  }

  private func lose(_ keys: [String]) throws {
    keep { $0.vanished += keys }
    for key in keys { try note(SyncState.Change(deed: "vanished", key: key)) }
  }

  private func note(_ deed: String, _ object: ListedObject) throws {
    try note(
      SyncState.Change(
        deed: deed, key: object.key, size: object.size, modifiedAt: object.modifiedAt))
  }

  private func note(_ change: SyncState.Change) throws {
    guard scope.isRehearsal else { return }
    state.rehearsed[change.deed, default: 0] += 1
    try rehearse(change)
  }
}

extension String {
  /// A key behind all that begin with this one, which ends in an ASCII character.
  var successor: String? {
    guard let last = unicodeScalars.last, last.isASCII, last.value < 0x7F else { return nil }
    var scalars = unicodeScalars
    scalars.removeLast()
    return String(scalars) + String(UnicodeScalar(UInt8(last.value + 1)))
  }
}

extension S3Call {
  fileprivate var isOfOrphans: Bool {
    query.contains { $0.name == "prefix" && $0.value == SyncScope.orphans }
  }
}
