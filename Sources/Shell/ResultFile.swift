internal import Foundation

/// The file that results go to after `.output` and `.once`.
final class ResultFile {
  let path: String
  /// Whether it takes one result and no more.
  let isOnce: Bool
  private let handle: FileHandle

  /// Empties the file at `path`, or makes it.
  init(_ path: String, isOnce: Bool) throws(ShellError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw .unwritable(path) }
    self.path = path
    self.isOnce = isOnce
    self.handle = handle
  }

  func write(_ text: String) throws {
    try handle.write(contentsOf: Data(text.utf8))
  }

  deinit {
    try? handle.close()
  }
}
