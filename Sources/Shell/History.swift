internal import Foundation

/// What was typed before, the oldest first; kept in a file that only its owner can read.
///
/// An entry may have several lines; in the file each is one, with `\n` and `\\` written out.
package struct History {
  package private(set) var entries: [String] = []
  private let file: String?

  /// Entries beyond this many are forgotten, the oldest first.
  private static let limit = 10_000

  /// Reads the history in `file`; nil keeps none, and one that is missing or unreadable is empty.
  package init(file: String? = nil) {
    self.file = file
    guard let file, let text = try? String(contentsOfFile: file, encoding: .utf8) else { return }
    entries = text.split(separator: "\n").suffix(Self.limit).map { unescaped(String($0)) }
  }

  /// Adds what was typed, unless it is blank, starts with a space or repeats the last entry.
  ///
  /// A file that cannot be written costs the history of later sessions, not this one.
  package mutating func add(_ text: String) {
    let entry = text.trimmingCharacters(in: .newlines)
    guard !entry.allSatisfy(\.isWhitespace), entry.first != " ", entry != entries.last else {
      return
    }
    entries.append(entry)
    if entries.count > Self.limit { entries.removeFirst() }
    append(escaped(entry) + "\n")
  }

  private func append(_ line: String) {
    guard let file else { return }
    let folder = URL(filePath: file).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // One write at the end of the file, so that two sessions do not tear each other's lines.
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    fchmod(descriptor, 0o600)
    _ = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }
}

private func escaped(_ entry: String) -> String {
  var result = ""
  for character in entry {
    switch character {
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
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
