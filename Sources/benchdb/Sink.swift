import Foundation

/// Something open for writing, by what it is called and the system's number for it.
struct Sink {
  let name: String
  let descriptor: Int32

  static let output = Sink(name: "standard output", descriptor: STDOUT_FILENO)
  static let errors = Sink(name: "standard error", descriptor: STDERR_FILENO)

  /// Keeps the numbers of the three streams from the next file that is opened, where whoever started
  /// us has closed them; writing to such an output is refused as before.
  static func reserveStreams() {
    let streams = [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    // In order, since the lowest number that is free is taken.
    for (stream, mode) in streams where fcntl(stream, F_GETFD) < 0 { _ = open("/dev/null", mode) }
  }

  /// Opens a file, by the flags of `open`; it is to be closed.
  static func opening(_ path: String, named name: String, _ flags: Int32) throws -> Sink {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else { throw Failure(unwritable: name, errno) }
    return Sink(name: name, descriptor: descriptor)
  }

  /// Writes all of `text`.
  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Failure(unwritable: name, errno)
      }
    }
  }

  func close() throws {
    guard Foundation.close(descriptor) == 0 else { throw Failure(unwritable: name, errno) }
  }
}

extension Failure {
  /// Why the system refused to write, by its error number.
  init(unwritable name: String, _ code: Int32) {
    let status: ExitStatus = [EACCES, EPERM, EROFS].contains(code) ? .permission : .disk
    self.init(
      status, "\(name) cannot be written: \(String(cString: strerror(code)).lowercased()).")
  }
}
