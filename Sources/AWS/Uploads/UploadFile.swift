import Glibc
internal import HTTP

/// A file to upload, as it was when it was opened.
final class UploadFile {
  let path: String
  let size: Int
  private let descriptor: Int32
  private let changedAt: timespec

  private init(_ path: String, _ descriptor: Int32, _ about: stat) {
    self.path = path
    self.descriptor = descriptor
    size = Int(about.st_size)
    changedAt = about.st_mtim
  }

  /// Opens a file.
  ///
  /// - Throws: `HTTPError.file` where it cannot be read.
  static func opened(_ path: String) throws(HTTPError) -> UploadFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path) }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .file(path)
    }
    return UploadFile(path, descriptor, about)
  }

  deinit {
    close(descriptor)
  }

  /// Whether the file at the path is still what it was.
  var isUnchanged: Bool {
    var about = stat()
    return stat(path, &about) == 0 && Int(about.st_size) == size
      && about.st_mtim.tv_sec == changedAt.tv_sec && about.st_mtim.tv_nsec == changedAt.tv_nsec
  }

  /// A part of the file with its digests; reads it once, a little at a time.
  func piece(at offset: Int, count: Int) throws(HTTPError) -> Piece {
    let md5 = Digest(.md5)
    let sha256 = Digest(.sha256)
    var buffer = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 20))
    var done = 0
    while done < count {
      let read = pread(
        descriptor, &buffer, min(buffer.count, count - done), off_t(offset + done))
      guard read > 0 else { throw .file(path) }
      buffer.withUnsafeBytes { bytes in
        let bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(read))
        md5.update(bytes)
        sha256.update(bytes)
      }
      done += read
    }
    return Piece(
      path: path, offset: offset, count: count, md5: md5.finish(), sha256: sha256.finish())
  }

  /// A part of a file, and the digests of its bytes.
  struct Piece: Sendable, Equatable {
    let path: String
    let offset: Int
    let count: Int
    let md5: [UInt8]
    let sha256: [UInt8]

    var etag: String { Digest.hexadecimal(md5) }
  }
}
