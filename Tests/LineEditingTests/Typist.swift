import TerminalScreen

@testable import LineEditing

/// Plays keys to an editor and looks at what it returns and draws.
final class Typist {
  var screen: Screen
  private var waiting: [Key]
  var history: [String] = []
  var words: [String] = []
  /// The sizes that the screen takes at each `.resized`.
  var sizes: [(width: Int, height: Int)] = []
  /// What the person's own editor makes of the text.
  var elsewhere: ((String) -> String?)?
  var colours = false
  /// What the screen showed when each key was awaited.
  private(set) var seen: [String] = []
  /// What was written, drawing by drawing.
  private(set) var written: [String] = []
  private(set) var stops = 0

  init(_ keys: [Key], width: Int = 40, height: Int = 24) {
    waiting = keys
    screen = Screen(width: width, height: height)
  }

  lazy var editor: LineEditor = {
    var editor = LineEditor(
      key: { self.next() },
      write: {
        self.screen.write($0)
        self.written.append($0)
      }, size: { (self.screen.width, self.screen.height) })
    editor.isComplete = { $0.hasSuffix(";") && $0.count { $0 == "'" }.isMultiple(of: 2) }
    editor.complete = { text, _ in self.completion(of: text) }
    editor.suspend = { self.stops += 1 }
    editor.edit = { self.elsewhere?($0) }
    editor.colours = colours
    return editor
  }()

  func type() -> LineEditor.Outcome {
    editor.read(prompt: "benchdb> ", continuation: "    ...> ", history: history)
  }

  private func next() -> Key {
    seen.append(screen.text)
    guard !waiting.isEmpty else { return .closed }
    let key = waiting.removeFirst()
    if key == .resized, !sizes.isEmpty {
      let size = sizes.removeFirst()
      screen.resize(width: size.width, height: size.height)
    }
    return key
  }

  private func completion(of text: String) -> Completion {
    let start = String(text.reversed().prefix { $0.isLetter }.reversed())
    return Completion(
      typed: start.count,
      candidates: words.filter { $0.hasPrefix(start) }.map { Completion.Candidate($0) })
  }
}

func text(_ text: String) -> [Key] { text.map { .text(String($0)) } }
