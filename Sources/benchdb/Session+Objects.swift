import Compute

extension Session {
  /// The store whose root is a bucket's folder, `s3://BUCKET/FOLDER/`, or an absolute path.
  ///
  /// - Parameter isCancelled: asked while something is under way to or from a bucket.
  func objects(
    at root: String, _ options: CloudOptions, isCancelled: @escaping () -> Bool
  ) throws -> any ObjectStore {
    guard root.hasPrefix("s3://") else { return FolderStore(path: root) }
    let address = try BucketAddress(parsing: root)
    let cloud = try Cloud(self, options, isCancelled: isCancelled)
    return S3Store(cloud.s3(address.bucket), over: cloud.transport, folder: address.folder)
  }
}
