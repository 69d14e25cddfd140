import ArgumentParser
import Compute

/// The bucket that a verb is about.
struct BucketArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A bucket and a folder; else s3_bucket_root and s3_folder of the configuration.",
      valueName: "s3://BUCKET/FOLDER"))
  var bucket: String?

  /// Where it is.
  ///
  /// - Throws: `Failure` for what is no address, and where neither this nor the configuration names one.
  func address(in session: Session) throws -> BucketAddress {
    try session.bucket(bucket)
  }

  /// Where it is, when a folder that machines share will do as well: an absolute path, or `file:///path`.
  func place(in session: Session) throws -> SyncPlace {
    let path =
      bucket?.hasPrefix("file:///") == true ? bucket.map { String($0.dropFirst(7)) } : bucket
    if let path, path.hasPrefix("/") { return .folder(FolderStore(path: path)) }
    return .bucket(try address(in: session))
  }
}
