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

  /// The statement under way, and whatever stands before it.
  private var pending: [UInt8] = []
  private var pendingLine = 1
  /// How far `pending` is read: up to its end, or to a string, name or comment that is open.
  private var place = 0
  /// From the first word of the statement under way to its last; nil while it has none.
  private var words: Range<Int>?
  private var end = StatementEnd()
  private var line = 0

  /// Whether a statement is under way.
  var isPending: Bool { words != nil || place < pending.count }

  /// The items that `text`, one line without its break, completes.
  ///
  /// - Complexity: O(*n*) in the length of the line, however long the statement is.
  mutating func add(_ text: String) -> [Item] {
    line += 1
    let text = text.last == "\r" ? text.dropLast() : text[...]
    let start = text.drop { $0 == " " || $0 == "\t" }
    if start.first == "." || start.first == "\\", !isPending {
      (pending, place) = ([], 0)
      return [.command(String(start), line: line)]
    }
    if pending.isEmpty { pendingLine = line }
    let seen = pending.count
    pending += text.utf8
    pending.append(UInt8(ascii: "\n"))
    return takeStatements(seen: seen)
  }

  /// What is left when no line follows: a statement without its `;`.
  mutating func finish() -> [Item] {
    defer { (pending, place, words, end) = ([], 0, nil, StatementEnd()) }
    return words.map { [statement($0, from: 0)] } ?? []
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

  /// Split at bytes, as `\r\n` is one character and no `\n`.
  private static func lines(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// Reads on to the end of `pending`, whose first `seen` bytes were there before, and cuts off the
  /// statements that are whole.
  private mutating func takeStatements(seen: Int) -> [Item] {
    var items: [Item] = []
    var start = 0
    while place < pending.count {
      let token = sqlToken(in: pending, at: place, openUpTo: seen)
      if token.isMeaningful, words != nil || token.kind != .semicolon {
        words = (words ?? token.range).lowerBound..<token.range.upperBound
      }
      guard token.isClosed else { break }
      place = token.range.upperBound
      if end.isReached(by: token, in: pending) {
        if let words { items.append(statement(words, from: start)) }
        (words, end) = (nil, StatementEnd())
        (start, pendingLine) = (place, line)
      }
    }
    pending.removeFirst(start)
    place -= start
    words = words.map { $0.lowerBound - start..<$0.upperBound - start }
    return items
  }

  /// The statement at `range`, when what stands before it begins at `start`.
  private func statement(_ range: Range<Int>, from start: Int) -> Item {
    let skipped = pending[start..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    let text = String(decoding: pending[range], as: UTF8.self)
    return .statement(text, line: pendingLine + skipped)
  }
}
