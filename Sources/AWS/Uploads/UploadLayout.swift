/// Into which parts a file is cut.
///
/// **Source**: Amazon S3 User Guide, "Amazon S3 multipart upload limits": at most 10,000 parts, of at
/// least 5 MiB but for the last.
package struct UploadLayout: Sendable, Equatable {
  /// Files up to this size go whole.
  package var wholeUpTo = 64 << 20
  /// Bytes of a part, unless there would be too many parts.
  package var partSize = 16 << 20

  private static let mostParts = 10_000

  package init() {}

  /// Where each part of a file begins, and how long it is; nil for a file that goes whole.
  func parts(of size: Int) -> [(offset: Int, count: Int)]? {
    guard size > wholeUpTo else { return nil }
    let least = (size + Self.mostParts - 1) / Self.mostParts
    let part = max(partSize, least)
    return stride(from: 0, to: size, by: part).map { ($0, min(part, size - $0)) }
  }

  /// The ETag that S3 gives to an object of these parts: the MD5 of their MD5s, and how many.
  static func etag(of parts: [[UInt8]]) -> String {
    "\(Digest.hexadecimal(Digest.of(Array(parts.joined()), by: .md5)))-\(parts.count)"
  }
}
