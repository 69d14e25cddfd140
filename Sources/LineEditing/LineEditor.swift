package import Tables

/// Edits one statement, of one line or many, as a block: keys in, text drawn, the whole returned.
///
/// Enter ends the statement when it is complete and breaks the line when not. Keys are Emacs'. What is
/// pasted is put in place and never run, whatever line breaks it holds. Keys, output and size are
/// handed in, so that the editor works without a terminal.
package struct LineEditor {
  package enum Outcome: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on nothing, or the end of input.
    case ended
  }

  let key: () -> Key
  let write: (String) -> Void
  let size: () -> (columns: Int, rows: Int)
  /// Whether Enter ends the text.
  package var isComplete: (String) -> Bool = { _ in true }
  /// What may stand for the end of the text before the cursor, given that and the text after it.
  package var complete: (_ before: String, _ after: String) -> Completion = { _, _ in Completion() }
  /// How parts of the text are painted, by their range in UTF-8 bytes.
  package var highlight: (String) -> [(range: Range<Int>, paint: Paint)] = { _ in [] }
  /// Whether keys are waiting, so that drawing can wait for them.
  package var hasMore: () -> Bool = { false }
  package var suspend: () -> Void = {}
  /// Lets the person edit the text in a program of their own; nil when that did not work.
  package var edit: (String) -> String? = { _ in nil }
  /// Whether text is painted. Without colours nothing is suggested, as it could not be told from what
  /// was typed.
  package var colours = false
  /// Whether the terminal shows more than ASCII.
  package var unicode = true

  var buffer = EditBuffer()
  var history: [String] = []
  /// The walk through the history, and the revision of the text that it showed last.
  var walk: (through: HistoryWalk, revision: Int)?
  var menu: CompletionMenu?
  var search: HistorySearch?
  /// Whether Ctrl-X came, and the next key says what to do.
  var isPrefixed = false
  /// The word that Alt-. put in, and where it came from.
  var lastWord: LastWord?

  var prompt = ""
  var continuation = ""
  var painting = Painting()
  /// What stands on the terminal.
  var drawn = Frame()
  /// What is to be written before the next drawing.
  var ahead = ""
  /// How often in a row Ctrl-C came when there was nothing to drop.
  private var idleInterrupts = 0

  package init(
    key: @escaping () -> Key, write: @escaping (String) -> Void,
    size: @escaping () -> (columns: Int, rows: Int) = { (80, 24) }
  ) {
    self.key = key
    self.write = write
    self.size = size
  }

  /// Reads one statement or command.
  package mutating func read(
    prompt: String, continuation: String, history: [String]
  ) -> Outcome {
    start(prompt: prompt, continuation: continuation, history: history)
    while true {
      if let outcome = handle(key()) {
        end(outcome)
        return outcome
      }
      if !hasMore() { draw() }
    }
  }

  mutating func start(prompt: String, continuation: String, history: [String]) {
    (self.prompt, self.continuation, self.history) = (prompt, continuation, history)
    buffer.clear()
    (walk, menu, search, isPrefixed, lastWord) = (nil, nil, nil, false, nil)
    begin()
    draw()
  }

  mutating func end(_ outcome: Outcome) {
    let isIdle = outcome == .interrupted && buffer.isEmpty
    idleInterrupts = isIdle ? idleInterrupts + 1 : 0
    buffer.toEnd()
    leave(saying: outcome == .interrupted ? "^C" : "")
    if idleInterrupts > 1 {
      let hint = fitting("Ctrl-D leaves", into: size().columns, ellipsis: "")
      write(Paint.dim(hint, on: colours) + "\r\n")
    }
  }
}
