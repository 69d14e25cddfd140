internal import Foundation
internal import Glibc

/// The file that results go to after `.output` and `.once`.
final class ResultFile {
  let path: String
  /// Whether it takes one result and no more.
  let isOnce: Bool
  private let handle: FileHandle

  /// Empties the file at `path`, or makes it.
  init(_ path: String, isOnce: Bool) throws(ShellError) {
    // Not FileManager's: it would put a file in the place of a device or a pipe.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path) }
    self.path = path
    self.isOnce = isOnce
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func write(_ text: String) throws {
    try handle.write(contentsOf: Data(text.utf8))
  }
}
