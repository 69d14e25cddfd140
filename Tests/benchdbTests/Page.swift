import TestSupport

/// A page of the documentation with examples that can be typed.
///
/// A fence `console` holds commands behind `$ ` and what comes back; `...` in that stands for any
/// text. A fence with `file=PATH` is a file that is there from then on. One with `source=PATH` quotes
/// a source file of this repository.
struct Page {
  let path: String

  /// The page as it reads when its files are written and its commands typed today, in a new folder.
  func typed() async throws -> String {
    let folder = try FreshFolder()
    var page = ""
    for part in parts {
      switch part.fence {
      case let fence where fence.hasPrefix("console"):
        page += try await typed(part.text, in: folder)
      case let fence where fence.contains(" file="):
        try folder.write(part.text, to: after("file=", in: fence))
        page += part.text
      case let fence where fence.contains(" source="):
        let source = Repository.text(after("source=", in: fence))
        page += !part.text.isEmpty && source.contains(part.text) ? part.text : source
      default:
        page += part.text
      }
    }
    return page
  }

  /// The text between fences and within them, in order; a fence's first line belongs to the text
  /// before it.
  private var parts: [(fence: String, text: String)] {
    var parts = [(fence: "", text: "")]
    for line in Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
      let closes = !parts[parts.count - 1].fence.isEmpty && line == "```"
      if closes { parts.append((fence: "", text: "")) }
      parts[parts.count - 1].text += line + "\n"
      if !closes, line.hasPrefix("```") {
        parts.append((fence: String(line.dropFirst(3)) + " ", text: ""))
      }
    }
    // The last line ended with the file, not with a line break of its own.
    parts[parts.count - 1].text.removeLast()
    return parts
  }

  private func after(_ word: String, in fence: String) -> String {
    String(fence.split(separator: word).last?.prefix { $0 != " " } ?? "")
  }

  // MARK: Commands

  private func typed(_ session: String, in folder: FreshFolder) async throws -> String {
    var text = ""
    for (command, expected) in commands(in: session) {
      let ended = try await folder.shell("(\(command)) 2>&1")
      text += "$ \(command)\n" + (isLike(expected, ended.output) ? expected : ended.output)
    }
    return text
  }

  /// Each command with what should come back; a `\` at the end of a line takes the next one in.
  private func commands(in session: String) -> [(command: String, expected: String)] {
    var commands: [(command: String, expected: String)] = []
    for line in session.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        commands.append((command: String(line.dropFirst(2)), expected: ""))
      } else if let last = commands.last, last.command.hasSuffix("\\"), last.expected.isEmpty {
        commands[commands.count - 1].command += "\n" + line
      } else if !commands.isEmpty {
        commands[commands.count - 1].expected += line + "\n"
      }
    }
    return commands
  }

  /// Whether `text` is `pattern`, in which `...` stands for any text.
  private func isLike(_ pattern: String, _ text: String) -> Bool {
    var pieces = pattern.split(separator: "...", omittingEmptySubsequences: false)[...]
    guard let first = pieces.popFirst(), text.hasPrefix(first) else { return false }
    guard let last = pieces.popLast() else { return pattern == text }
    var rest = text.dropFirst(first.count)
    for piece in pieces where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
