/// A piece of SQL text, by what it is.
package struct SQLToken: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case space, comment
    /// A keyword or a bare name.
    case word
    /// A name in `"…"`, `` `…` `` or `[…]`.
    case quotedName
    case string, blob, number
    /// A place for a value: `?`, `?1`, `:a`, `@a`, `$a`.
    case parameter
    case semicolon
    /// An operator or a mark such as `(`, `,` or `->>`, whole.
    case symbol
    /// What SQLite would not read: a byte that begins nothing, a number with letters.
    case illegal
  }

  package var kind: Kind
  /// Bytes of UTF-8 from the start of the text.
  package var range: Range<Int>
  /// Whether its end was found: false for a string, name or comment that the text leaves open.
  package var isClosed: Bool

  package init(kind: Kind, range: Range<Int>, isClosed: Bool = true) {
    self.kind = kind
    self.range = range
    self.isClosed = isClosed
  }

  /// Whether it says something, unlike spaces and comments.
  package var isMeaningful: Bool { kind != .space && kind != .comment }
}
