package import Foundation

/// The files of this repository, for tests that read them as text.
package enum Repository {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of the file at `path`, relative to the root; empty where there is none.
  package static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The paths of all files below `folder` with one of these extensions, sorted.
  package static func files(in folder: String, _ extensions: String...) -> [String] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
    return (names ?? []).sorted()
      .filter { name in extensions.contains { name.hasSuffix("." + $0) } }
      .map { "\(folder)/\($0)" }
  }
}
