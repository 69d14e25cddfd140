internal import SQLSyntax

/// Takes typed text line by line and gives back what is whole: SQL statements and dot commands.
///
/// A line that starts with `.` or `\` is a command, unless a statement is under way. A statement ends
/// at its `;`; one may span lines, a line may hold several, and the body of a trigger is one.
struct Script {
  enum Item: Equatable {
    /// SQL text, and the line on which its first word stands.
    case statement(String, line: Int)
    case command(String, line: Int)
  }

  private var pending: [UInt8] = []
  private var pendingLine = 1
  private var line = 0

  /// Whether a statement is under way.
  var isPending: Bool { sqlTokens(pending).contains { $0.isMeaningful || !$0.isClosed } }

  /// The items that `text`, one line without its break, completes.
  mutating func add(_ text: String) -> [Item] {
    line += 1
    let start = text.drop { $0 == " " || $0 == "\t" }
    if start.first == "." || start.first == "\\", !isPending {
      pending = []
      return [.command(String(start), line: line)]
    }
    if pending.isEmpty { pendingLine = line }
    pending += Array(text.utf8) + [UInt8(ascii: "\n")]
    return text.utf8.contains(UInt8(ascii: ";")) ? takeStatements() : []
  }

  /// What is left when no line follows: a statement without its `;`.
  mutating func finish() -> [Item] {
    defer { pending = [] }
    guard isPending else { return [] }
    return [statement(pending[...])].compactMap { $0 }
  }

  /// All items of a whole text.
  static func items(of text: String) -> [Item] {
    var script = Script()
    var items = lines(of: text).flatMap { script.add($0) }
    items += script.finish()
    return items
  }

  /// Whether every statement and command in `text` is whole.
  static func isComplete(_ text: String) -> Bool {
    var script = Script()
    for line in lines(of: text) { _ = script.add(line) }
    return !script.isPending
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func takeStatements() -> [Item] {
    var items: [Item] = []
    while let end = statementEnd(of: pending) {
      if let item = statement(pending[..<end]) { items.append(item) }
      pendingLine += pending[..<end].count { $0 == UInt8(ascii: "\n") }
      pending.removeSubrange(..<end)
    }
    return items
  }

  /// The statement in `bytes`, nil where only spaces, comments and a `;` are.
  private func statement(_ bytes: ArraySlice<UInt8>) -> Item? {
    let tokens = sqlTokens(Array(bytes))
    guard let first = tokens.first(where: { $0.isMeaningful && $0.kind != .semicolon }),
      let last = tokens.last(where: { $0.isMeaningful })
    else { return nil }
    let start = bytes.startIndex + first.range.lowerBound
    let skipped = bytes[..<start].count { $0 == UInt8(ascii: "\n") }
    let text = bytes[start..<bytes.startIndex + last.range.upperBound]
    return .statement(String(decoding: text, as: UTF8.self), line: pendingLine + skipped)
  }
}

/// Where the first statement ends, behind its `;`; nil when it goes on.
private func statementEnd(of text: [UInt8]) -> Int? {
  var end = StatementEnd()
  return sqlTokens(text).first { end.isReached(by: $0, in: text) }?.range.upperBound
}
