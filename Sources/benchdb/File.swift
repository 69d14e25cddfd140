import Foundation

/// A file that appears whole or not at all.
enum File {
  /// Calls `body` with a way to append text to what becomes the file at `path`.
  ///
  /// It is written beside its place and moved there at the end. A link stays one: what it leads to is
  /// written. A device or a pipe is written to as it stands.
  ///
  /// - Throws: `Failure` with `outputExists` where a file stands that may not be replaced.
  static func write(
    _ path: String, replacing: Bool, _ body: (@escaping (String) throws -> Void) throws -> Void
  ) throws {
    try write(path, replacing: replacing, filling: { sink in try body { try sink.write($0) } })
  }

  /// Makes the file at `path` of `bytes`, as above.
  static func write(_ path: String, replacing: Bool, bytes: [UInt8]) throws {
    try write(path, replacing: replacing, filling: { sink in try sink.write(bytes) })
  }

  /// Makes the file at `path` of what `body` writes to a draft of it, as above.
  static func write(
    _ path: String, replacing: Bool, filling body: (Sink) throws -> Void
  ) throws {
    let place = target(of: path)
    guard isReplaceable(place) else {
      return try fill(.opening(path, named: path, O_NOCTTY), body)
    }
    try refuse(path, replacing: replacing)
    let draft = "\(place).\(getpid()).part"
    do {
      try fill(.opening(draft, named: path, O_CREAT | O_TRUNC), body)
      guard rename(draft, place) == 0 else { throw Failure(unwritable: path, errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Refuses a path at which a file stands that may not be replaced.
  static func refuse(_ path: String, replacing: Bool) throws {
    let place = target(of: path)
    if !replacing, isReplaceable(place), FileManager.default.fileExists(atPath: place) {
      throw Failure(.outputExists, "\(path) exists. --force replaces it.")
    }
  }

  /// Makes a folder, and those above it, unless it is there.
  static func makeFolder(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw Failure(.outputExists, "\(path) is a file; a folder is wanted there.")
      }
      return
    }
    let above = URL(filePath: path).deletingLastPathComponent().relativePath
    if above != path, path.contains("/") { try makeFolder(above) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw Failure(unwritable: path, errno)
    }
  }

  private static func fill(_ sink: Sink, _ body: (Sink) throws -> Void) throws {
    do {
      try body(sink)
    } catch {
      try? sink.close()
      throw error
    }
    try sink.close()
  }

  /// Where links lead, be there something or not; as many as Linux follows.
  private static func target(of path: String) -> String {
    var target = path
    // What lies in /proc leads to open files, not to names: /dev/stdout does.
    for _ in 0..<40 where !target.hasPrefix("/proc/") {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        break
      }
      let folder = URL(filePath: target).deletingLastPathComponent().relativePath
      target = next.hasPrefix("/") ? next : "\(folder)/\(next)"
    }
    return target
  }

  /// Whether a file may take the place: there is nothing, or a file.
  private static func isReplaceable(_ place: String) -> Bool {
    var about = stat()
    guard stat(place, &about) == 0 else { return true }
    return about.st_mode & S_IFMT == S_IFREG && !place.hasPrefix("/proc/")
  }
}
