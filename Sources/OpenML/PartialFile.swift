import Foundation
import HTTP

/// A file that is fetched, as far as it has come.
///
/// What has come lies beside the file's place, under the name `….part`, so that a later attempt, or a later
/// run of the program, asks for the rest alone; without a checksum a later run begins anew, as nothing
/// would tell whether the two parts belong together.
// Only the thread that runs the transport touches it.
final class PartialFile: BodySink, @unchecked Sendable {
  /// Bytes that have come.
  private(set) var count = 0

  private let path: String
  private let md5: String?
  private let digest: (String) throws -> String
  private let progress: (Int) -> Void
  private var descriptor: Int32 = -1
  /// Where this attempt began, and whether it brought a byte.
  private var start = 0
  private var hasBegun = false

  /// - Parameters:
  ///   - path: where the file belongs.
  ///   - md5: what it must have, in small hexadecimal digits.
  ///   - digest: gives the MD5 of a file.
  ///   - progress: hears how many bytes came.
  init(
    _ path: String, md5: String?, digest: @escaping (String) throws -> String,
    progress: @escaping (Int) -> Void
  ) throws(OpenMLError) {
    self.path = path
    self.md5 = md5
    self.digest = digest
    self.progress = progress
    if md5 == nil { unlink(part) }
    try open()
    close()
  }

  deinit {
    close()
  }

  private var part: String { path + ".part" }

  // MARK: A body

  func restart() throws {
    try open()
    (start, hasBegun) = (count, false)
  }

  func begin(status: Int) throws {
    hasBegun = true
    if status != 206 { try cut() }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        guard errno == EINTR else { throw fault() }
        continue
      }
      count += written
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    progress(bytes.count)
  }

  /// Puts the file in its place, if it is whole and what it should be.
  func settle(_ response: Response) throws(OpenMLError) {
    if response.status != 206, !hasBegun { try cut() }
    guard isExpectedPart(response) else {
      try cut()
      throw .malformed(path, reason: "is not the part that was asked for")
    }
    close()
    if let md5 {
      let found = (try? digest(part)) ?? "none"
      guard found == md5 else {
        unlink(part)
        count = 0
        throw .checksum(response.isGood ? path : part, found: found, expected: md5)
      }
    }
    guard rename(part, path) == 0 else { throw fault() }
  }

  private func isExpectedPart(_ response: Response) -> Bool {
    guard response.status == 206 else { return response.status != 416 }
    return response[header: "Content-Range"]?.hasPrefix("bytes \(start)-") ?? false
  }

  // MARK: The part

  private func open() throws(OpenMLError) {
    if descriptor < 0 {
      descriptor = Foundation.open(part, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw fault() }
    }
    count = Int(lseek(descriptor, 0, SEEK_END))
  }

  private func cut() throws(OpenMLError) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw fault() }
    (count, start) = (0, 0)
  }

  private func close() {
    if descriptor >= 0 { Foundation.close(descriptor) }
    descriptor = -1
  }

  private func fault() -> OpenMLError {
    .file(part, reason: String(cString: strerror(errno)).lowercased())
  }
}
