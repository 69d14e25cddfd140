import Glibc
internal import HTTP

/// A file to upload, as it was when its digests were taken: whole, or in the parts of a layout.
struct UploadFile: Sendable {
  /// A part of the file, and the digests of its bytes.
  struct Piece: Sendable, Equatable {
    let offset: Int
    let count: Int
    let md5: [UInt8]
    let sha256: [UInt8]
  }

  let path: String
  let isWhole: Bool
  let pieces: [Piece]
  private let stamp: Stamp

  /// Reads a file once, a little at a time.
  ///
  /// - Parameter meanwhile: called for each MiB; what it throws ends the reading.
  /// - Throws: `HTTPError.file` where it cannot be read, `AWSError.changed` where it changes under way.
  init(
    _ path: String, in layout: UploadLayout, meanwhile: () throws -> Void = {}
  ) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw HTTPError.file(path) }
    defer { close(descriptor) }
    guard let stamp = Stamp({ fstat(descriptor, &$0) }) else { throw HTTPError.file(path) }
    let parts = layout.parts(of: stamp.size)
    self.path = path
    self.stamp = stamp
    isWhole = parts == nil
    pieces = try (parts ?? [(0, stamp.size)]).map { offset, count in
      let digests = try Digests(of: descriptor, offset, count, meanwhile)
      guard let digests else { throw AWSError.changed(path) }
      return Piece(offset: offset, count: count, md5: digests.md5, sha256: digests.sha256)
    }
    guard isUnchanged else { throw AWSError.changed(path) }
  }

  var size: Int { stamp.size }

  /// What S3 calls these bytes, if it has them in the same parts.
  var etag: String {
    isWhole ? Digest.hexadecimal(pieces[0].md5) : UploadLayout.etag(of: pieces.map(\.md5))
  }

  /// Whether the file at the path is still what it was.
  var isUnchanged: Bool { Stamp { stat(path, &$0) } == stamp }
}

/// What tells that a file is another, or has been written to.
private struct Stamp: Sendable, Equatable {
  let size: Int
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil for what is no file.
  init?(_ ask: (inout stat) -> Int32) {
    var about = stat()
    guard ask(&about) == 0, about.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(about.st_size)
    inode = UInt(about.st_ino)
    seconds = about.st_mtim.tv_sec
    nanoseconds = about.st_mtim.tv_nsec
  }
}

private struct Digests {
  let md5: [UInt8]
  let sha256: [UInt8]

  /// Nil where the file ends early.
  init?(
    of descriptor: Int32, _ offset: Int, _ count: Int, _ meanwhile: () throws -> Void
  ) throws {
    let (md5, sha256) = (Digest(.md5), Digest(.sha256))
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 20))
    var done = 0
    while done < count {
      try meanwhile()
      let read = pread(descriptor, &buffer, min(buffer.count, count - done), off_t(offset + done))
      guard read > 0 else { return nil }
      buffer.withUnsafeBytes { bytes in
        let bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(read))
        md5.update(bytes)
        sha256.update(bytes)
      }
      done += read
    }
    self.md5 = md5.finish()
    self.sha256 = sha256.finish()
  }
}
