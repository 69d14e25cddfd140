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
    let draft = try Draft(path, replacing: replacing)
    do {
      try body(draft.sink)
    } catch {
      draft.discard()
      throw error
    }
    try draft.keep()
  }

  /// A file that is being written: beside its place, to be moved there when it is whole.
  struct Draft {
    let sink: Sink
    private let path: String
    /// Where it is written and where it belongs; nil for what is written in its place.
    private let move: (from: String, to: String)?

    /// - Parameter growing: write a file in its place, where others may watch it grow.
    init(_ path: String, replacing: Bool, growing: Bool = false) throws {
      self.path = path
      let place = File.target(of: path)
      guard File.isReplaceable(place) else {
        sink = try .opening(path, named: path, O_NOCTTY)
        move = nil
        return
      }
      try File.refuse(path, replacing: replacing)
      guard !growing else {
        sink = try .opening(place, named: path, O_CREAT | O_TRUNC)
        move = nil
        return
      }
      let draft = "\(place).\(getpid()).part"
      // Of an earlier process with our number; in a folder of many, perhaps another's trap.
      unlink(draft)
      sink = try .opening(draft, named: path, O_CREAT | O_EXCL | O_NOFOLLOW)
      move = (draft, place)
    }

    /// Puts the file in its place.
    func keep() throws {
      do {
        try sink.close()
        if let move, rename(move.from, move.to) != 0 { throw Failure(unwritable: path, errno) }
      } catch {
        removeDraft()
        throw error
      }
    }

    /// Leaves its place as it was found; what was written in place stays.
    func discard() {
      try? sink.close()
      removeDraft()
    }

    private func removeDraft() {
      if let move { unlink(move.from) }
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

  /// Where links lead, be there something or not; as many as Linux follows.
  fileprivate static func target(of path: String) -> String {
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
  fileprivate static func isReplaceable(_ place: String) -> Bool {
    var about = stat()
    guard stat(place, &about) == 0 else { return true }
    return about.st_mode & S_IFMT == S_IFREG && !place.hasPrefix("/proc/")
  }
}
