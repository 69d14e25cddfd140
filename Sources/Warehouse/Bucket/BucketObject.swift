/// An object of a bucket, as a listing tells of it.
package struct BucketObject: Sendable, Hashable {
  package var key: String
  package var etag: String
  /// Bytes.
  package var size: Int
  /// ISO 8601, UTC.
  package var modifiedAt: String

  package init(key: String, etag: String, size: Int, modifiedAt: String) {
    self.key = key
    self.etag = etag
    self.size = size
    self.modifiedAt = modifiedAt
  }
}
