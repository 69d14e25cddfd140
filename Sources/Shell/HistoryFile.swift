internal import Foundation

/// The file behind a history: an entry a line, with `\n` and `\\` written out.
///
/// Entries are added at its end; when it has grown to twice what is kept it is written anew. Both
/// happen under a lock on its folder, so that sessions that run at once lose nothing.
struct HistoryFile {
  private let path: String

  /// An entry above this many bytes is for its session only.
  private static let longest = 1 << 16

  init(_ path: String) {
    // A link stays: what it leads to is replaced.
    self.path = URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// The entries, as far as the file can be read; whatever bytes stand there are taken as text.
  func read() -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return data.split(separator: UInt8(ascii: "\n"))
      .map { unescaped(String(decoding: $0, as: UTF8.self)) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  func clear() {
    try? FileManager.default.removeItem(atPath: path)
  }

  func append(_ entry: String) {
    guard entry.utf8.count <= Self.longest else { return }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { return }
    defer { close(lock) }
    flock(lock, LOCK_EX)
    append(line: escaped(entry))
    compact()
  }

  private func append(line: String) {
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    var last = UInt8(ascii: "\n")
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 { pread(descriptor, &last, 1, size - 1) }
    // What a crash cut short does not swallow this entry.
    let text = (last == UInt8(ascii: "\n") ? "" : "\n") + line + "\n"
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Leaves in the file what a history keeps, once there is twice as much.
  private func compact() {
    guard let data = FileManager.default.contents(atPath: path),
      data.count(where: { $0 == UInt8(ascii: "\n") }) >= 2 * History.limit
    else { return }
    let lines = History.newest(read()).map { escaped($0) + "\n" }
    let fresh = path + ".new"
    try? FileManager.default.removeItem(atPath: fresh)
    let isWritten = FileManager.default.createFile(
      atPath: fresh, contents: Data(lines.joined().utf8), attributes: [.posixPermissions: 0o600])
    if !isWritten || rename(fresh, path) != 0 { unlink(fresh) }
  }
}

private func escaped(_ entry: String) -> String {
  var result = ""
  for character in entry {
    switch character {
    case "\\": result += "\\\\"
    case "\n", "\r\n": result += "\\n"
    default: result.append(character)
    }
  }
  return result
}

private func unescaped(_ line: String) -> String {
  var result = ""
  var isEscaped = false
  for character in line {
    if isEscaped {
      result.append(character == "n" ? "\n" : character)
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else {
      result.append(character)
    }
  }
  return result
}
