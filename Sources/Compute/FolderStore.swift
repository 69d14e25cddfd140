import Foundation

/// A folder that machines share, in place of a bucket.
package struct FolderStore: ObjectStore, Equatable {
  package let root: String

  /// - Parameter path: an absolute path; it need not be there yet.
  package init(path: String) {
    root = path.hasSuffix("/") ? path : path + "/"
  }

  package func get(_ key: String) throws -> [UInt8]? {
    let path = try path(of: key)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  package func put(_ bytes: [UInt8], to key: String) throws {
    let path = try path(of: key)
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      // Written beside it and renamed: nobody reads half of it.
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw ComputeError.file(path, reason: error.localizedDescription)
    }
  }

  package func version(of key: String) throws -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: try path(of: key))
    guard let size = attributes?[.size] as? Int, let date = attributes?[.modificationDate] as? Date
    else { return nil }
    return "\(size)-\(Int(date.timeIntervalSince1970 * 1e6))"
  }

  package func remove(_ key: String) throws {
    let path = try path(of: key)
    if unlink(path) != 0, errno != ENOENT, errno != ENOTDIR {
      throw ComputeError.file(path, reason: String(cString: strerror(errno)).lowercased())
    }
  }

  /// Where an object is; nothing that a key says leads out of the folder.
  package func path(of key: String) throws(ComputeError) -> String {
    let parts = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        && !part.contains(0)
    }
    guard isSafe else { throw .unsafeKey(key) }
    return root + key
  }
}
