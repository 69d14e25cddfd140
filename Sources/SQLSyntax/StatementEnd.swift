/// Tells where a statement ends, token by token.
///
/// A trigger's body holds statements of its own, so CREATE TRIGGER ends at the `;` after an END that
/// follows a `;` itself, which no END of a CASE does.
///
/// **Source**: `sqlite3_complete` (https://sqlite.org/c3ref/complete.html).
package struct StatementEnd {
  private enum Head { case start, create, trigger, other }

  private var head = Head.start
  private var endsWithSemicolon = false
  private var endsWithEnd = false

  package init() {}

  /// Whether the statement ends with `token`, the next of the text.
  package mutating func isReached(by token: SQLToken, in text: [UInt8]) -> Bool {
    guard token.isMeaningful else { return false }
    if token.kind == .semicolon {
      if head != .trigger || endsWithEnd { return true }
      (endsWithSemicolon, endsWithEnd) = (true, false)
      return false
    }
    let word = token.kind == .word ? String(decoding: text[token.range], as: UTF8.self) : ""
    read(head == .other ? "" : word.uppercased())
    endsWithEnd = endsWithSemicolon && word.uppercased() == "END"
    endsWithSemicolon = false
    return false
  }

  private mutating func read(_ word: String) {
    switch (head, word) {
    case (.start, "EXPLAIN"), (.start, "QUERY"), (.start, "PLAN"): head = .start
    case (.start, "CREATE"), (.create, "TEMP"), (.create, "TEMPORARY"): head = .create
    case (.create, "TRIGGER"), (.trigger, _): head = .trigger
    default: head = .other
    }
  }
}
