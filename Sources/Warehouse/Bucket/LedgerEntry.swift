/// What the warehouse knows of a key of a bucket.
package struct LedgerEntry: Sendable, Hashable {
  package var key: String
  /// Empty for a tombstone.
  package var etag: String
  /// Bytes.
  package var size: Int
  /// Whether it was gone from the bucket when last looked for.
  package var isVanished: Bool
  /// Whether it was deleted on purpose and must not come back.
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
