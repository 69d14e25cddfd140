import Glibc

/// The body of a request as it goes out; it can be sent again from its start.
final class Upload {
  let count: Int
  private let source: Source
  private var sent = 0

  private enum Source {
    case bytes([UInt8])
    case file(descriptor: Int32, offset: Int, path: String)
  }

  init(_ body: Request.Body) throws(HTTPError) {
    count = body.count
    switch body {
    case .bytes(let bytes): source = .bytes(bytes)
    case .file(let path, let offset, _):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .file(path) }
      source = .file(descriptor: descriptor, offset: offset, path: path)
    }
  }

  deinit {
    if case .file(let descriptor, _, _) = source { close(descriptor) }
  }

  func seek(to position: Int) {
    sent = min(position, count)
  }

  /// Puts the next bytes into `buffer`; gives how many, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(count - sent))
    let moved =
      switch source {
      case .bytes(let bytes): bytes[sent...].withUnsafeBytes { $0.copyBytes(to: room) }
      case .file(let descriptor, let offset, _):
        pread(descriptor, room.baseAddress, room.count, off_t(offset + sent))
      }
    // A file that ends early has changed: its length was told to the server.
    if case .file(_, _, let path) = source, moved < 0 || (moved == 0 && !room.isEmpty) {
      throw .file(path)
    }
    sent += moved
    return moved
  }
}

extension UnsafeRawBufferPointer {
  /// Copies as many bytes as `target` has room for; gives how many.
  fileprivate func copyBytes(to target: UnsafeMutableRawBufferPointer) -> Int {
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: prefix(target.count)))
    return Swift.min(count, target.count)
  }
}
