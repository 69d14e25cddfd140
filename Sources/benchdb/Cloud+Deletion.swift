import AWS
import HTTP
import Tables

extension Cloud {
  /// Deletes objects of a bucket.
  ///
  /// - Throws: `Failure` if any of them could not be deleted; the others are.
  func delete(_ keys: [String], of address: BucketAddress, in session: Session) throws {
    var progress = ProgressLine(session)
    defer { progress.clear() }
    let deletion = ObjectDeletion(keys, of: s3(address.bucket)) { deleted in
      progress.show(
        "\(grouped(deleted)) of \(grouped(keys.count)) objects deleted", done: 0, of: nil)
    }
    try transport.run(deletion, inFlight: 4)
    guard let failure = deletion.failure else { return }
    throw Failure(
      Failure(failure).status,
      "\(grouped(deletion.failures)) of \(grouped(keys.count)) objects were not deleted: \(failure)"
    )
  }
}
