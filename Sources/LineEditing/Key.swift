/// What a person pressed, or what else came from the terminal.
package enum Key: Sendable, Equatable {
  /// A character, as text since a mark may come apart from its letter.
  case text(String)
  /// Text pasted in one piece, line breaks included (bracketed paste).
  case paste(String)
  /// A letter with Ctrl, in lower case; also `_`.
  case control(Character)
  /// A character with Alt (or after Escape).
  case alt(Character)
  case enter, tab, backTab, backspace, delete, deleteWord, escape
  case up, down, left, right, wordLeft, wordRight, home, end, pageUp, pageDown
  /// A sequence that means nothing here.
  case unknown
  /// The terminal has another size now.
  case resized
  /// The program was stopped and goes on; others have written to the terminal since.
  case resumed
  /// No more input will come.
  case closed

  /// Enter with Alt: a line break wherever the statement stands.
  static let lineBreak = alt("\r")
}

/// What a terminal has to say next.
package enum Input: Sendable, Equatable {
  case byte(UInt8)
  /// Nothing came in the time given.
  case nothing
  case resized, resumed, closed
}
