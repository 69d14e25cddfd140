/// A folder of a bucket, as `s3://BUCKET/FOLDER/` names it.
struct BucketAddress: Equatable, CustomStringConvertible {
  var bucket: String
  /// Empty for the whole bucket, else with a slash at its end.
  var folder: String

  /// - Throws: `Failure` with `usage` for what is no such address.
  init(parsing text: String) throws {
    guard text.hasPrefix("s3://") else {
      throw Failure(.usage, "\"\(text)\" is no bucket; s3://BUCKET/FOLDER is right.")
    }
    let rest = text.dropFirst(5)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    try self.init(bucket: String(rest[..<slash]), folder: String(rest[slash...].dropFirst()))
  }

  init(bucket: String, folder: String) throws {
    let allowed = bucket.utf8.allSatisfy { byte in
      byte < 0x80
        && (Character(UnicodeScalar(byte)).isLetter
          || Character(UnicodeScalar(byte)).isNumber || "-._".utf8.contains(byte))
    }
    guard !bucket.isEmpty, allowed else {
      throw Failure(
        .usage, "\"\(bucket)\" is no bucket's name; letters, digits, dots and hyphens are right.")
    }
    self.bucket = bucket
    self.folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
  }

  var description: String { "s3://\(bucket)/\(folder)" }
}

extension Session {
  /// The bucket's folder that was named, else the configured one.
  func bucket(_ named: String?) throws -> BucketAddress {
    if let named { return try BucketAddress(parsing: named) }
    let configuration = try configuration()
    let root = configuration.text(.bucketRoot)
    guard !root.isEmpty else {
      throw Failure(
        .configuration,
        "no bucket. Name one as s3://BUCKET/FOLDER, or set s3_bucket_root in batch.config.")
    }
    if root.hasPrefix("s3://") {
      let address = try BucketAddress(parsing: root)
      return try BucketAddress(
        bucket: address.bucket, folder: address.folder + configuration.text(.folder))
    }
    return try BucketAddress(bucket: root, folder: configuration.text(.folder))
  }
}
