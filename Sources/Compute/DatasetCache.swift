import AWS
package import Benchmark
import Foundation

/// Datasets of a store as files of this machine, for as many workers as there are on it.
///
/// A version of a dataset has a folder of its own, which is made elsewhere and renamed, and then never
/// changes: nobody sees half of it, and two that fetch it at once do no harm.
package struct DatasetCache: Sendable {
  private let folder: String

  /// - Parameter folder: where they are kept; it need not be there.
  package init(in folder: String) {
    self.folder = folder
  }

  /// The folder with the two files of a dataset as `store` has them now; those of a shared folder are
  /// read where they are.
  ///
  /// - Throws: `ComputeError.noDataset` where the store has not both; what the store throws.
  package func folder(with dataset: Dataset, of store: any ObjectStore) throws -> DatasetFolder {
    _ = try DatasetFolder.dataset(named: dataset.stem)
    if let shared = store as? FolderStore {
      return DatasetFolder(path: shared.root + "datasets")
    }
    let keys = BucketLayout(folder: "").datasetKeys(of: dataset)
    let versions = try keys.compactMap { try store.version(of: $0) }
    guard versions.count == keys.count else { throw missing(dataset, in: store) }
    let name = ([store.root, dataset.stem] + versions).joined(separator: "\n")
    let place = "\(folder)/\(Digest.hexadecimal(Digest.of(Array(name.utf8), by: .md5)))"
    if !FileManager.default.fileExists(atPath: place) { try fetch(keys, of: dataset, store, place) }
    return DatasetFolder(path: place)
  }

  private func fetch(
    _ keys: [String], of dataset: Dataset, _ store: any ObjectStore, _ place: String
  ) throws {
    let files = FileManager.default
    let unfinished = "\(place).\(UUID().uuidString)"
    do {
      try files.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
      defer { try? files.removeItem(atPath: unfinished) }
      for key in keys {
        guard let bytes = try store.get(key) else { throw missing(dataset, in: store) }
        let name = (key as NSString).lastPathComponent
        try Data(bytes).write(to: URL(filePath: "\(unfinished)/\(name)"))
      }
      // Another worker may have been faster: what it fetched is the same.
      guard rename(unfinished, place) == 0 || files.fileExists(atPath: place) else {
        throw ComputeError.file(place, reason: String(cString: strerror(errno)).lowercased())
      }
    } catch let error as CocoaError {
      throw ComputeError.file(place, reason: error.localizedDescription)
    }
  }

  private func missing(_ dataset: Dataset, in store: any ObjectStore) -> ComputeError {
    .noDataset(dataset.stem, folder: store.root + "datasets", suggestion: nil)
  }
}
