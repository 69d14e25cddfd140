import Compute

/// What a sync reads: a folder of a bucket, or one that machines share.
enum SyncPlace: CustomStringConvertible {
  case bucket(BucketAddress)
  case folder(FolderStore)

  /// What all keys begin with.
  var prefix: String {
    switch self {
    case .bucket(let address): address.folder
    case .folder: ""
    }
  }

  /// The word that `sources.kind` holds.
  var kind: String {
    switch self {
    case .bucket: "s3"
    case .folder: "folder"
    }
  }

  var description: String {
    switch self {
    case .bucket(let address): address.description
    case .folder(let store): store.root
    }
  }
}
