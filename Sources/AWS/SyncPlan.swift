/// What a sync knows of an object from earlier ones.
package struct KnownObject: Sendable, Equatable {
  package var key: String
  package var etag: String
  package var size: Int
  /// Whether it was gone when the bucket was last listed.
  package var isVanished: Bool
  /// Whether it was deleted on purpose, and must not come back.
  package var isTombstone: Bool

  package init(
    key: String, etag: String, size: Int, isVanished: Bool = false, isTombstone: Bool = false
  ) {
    self.key = key
    self.etag = etag
    self.size = size
    self.isVanished = isVanished
    self.isTombstone = isTombstone
  }
}

/// What is to be done about an interval of a bucket's keys: both lists are in the order of the keys'
/// bytes, so one walk along them tells.
///
/// - Complexity: O(listed + known).
package struct SyncPlan: Sendable, Equatable {
  package var new: [ListedObject] = []
  /// With another ETag or size than before.
  package var changed: [ListedObject] = []
  package var unchanged: [ListedObject] = []
  /// Gone before, and there again as they were.
  package var reappeared: [ListedObject] = []
  /// Known, and not in the bucket any more.
  package var vanished: [String] = []

  package init(listed: [ListedObject], known: [KnownObject]) {
    var known = known[...]
    for object in listed {
      while let next = known.first, next.key.precedes(object.key) {
        lose(next)
        known.removeFirst()
      }
      if let match = known.first, match.key.isSameKey(as: object.key) {
        meet(object, as: match)
        known.removeFirst()
      } else {
        new.append(object)
      }
    }
    for object in known { lose(object) }
  }

  private mutating func lose(_ object: KnownObject) {
    if !object.isVanished, !object.isTombstone { vanished.append(object.key) }
  }

  private mutating func meet(_ object: ListedObject, as known: KnownObject) {
    if known.isTombstone { return }
    if known.etag != object.etag || known.size != object.size {
      changed.append(object)
    } else if known.isVanished {
      reappeared.append(object)
    } else {
      unchanged.append(object)
    }
  }
}
