internal import LineEditing
internal import Tables
internal import Warehouse

extension REPL {
  /// Talks with the person at `terminal` until they leave; returns the status to exit with.
  package func converse(at terminal: Terminal, history: History) -> Int32 {
    self.history = history
    isTalking = true
    let interrupts = Interrupts(interrupt)
    let completer = Completer(self)
    var keys = KeyReader(input: terminal.next)
    var editor = LineEditor(
      key: {
        // While the person thinks, so that the first Tab finds the catalog read.
        if !terminal.hasMore { completer.prepare() }
        return keys.next()
      }, write: terminal.write, size: { terminal.size })
    editor.isComplete = Script.isComplete
    editor.hasMore = { terminal.hasMore }
    editor.suspend = terminal.suspend
    editor.highlight = highlighter.highlights
    editor.edit = { [edit = world.edit] text in terminal.cooked { try? edit?(text) } }
    (editor.colours, editor.unicode) = (world.colours, world.unicode)
    editor.complete = completer.complete
    while !isEnding {
      let outcome = terminal.raw {
        editor.read(
          prompt: prompt, continuation: continuation, history: self.history.entries)
      }
      switch outcome {
      case .ended: return 0
      case .interrupted: continue
      case .text(let text):
        self.history.add(text)
        interrupts?.forgive()
        perform(text)
      }
    }
    return 0
  }

  /// Talks with a person whose terminal cannot move its cursor (`TERM=dumb`): lines as they come,
  /// without history or keys.
  package func converse(_ nextLine: () -> String?) -> Int32 {
    let interrupts = Interrupts(interrupt)
    var script = Script()
    while !isEnding {
      // A prompt that nobody sees asks nothing.
      try? world.write(script.isPending ? continuation : prompt)
      guard let line = nextLine() else { break }
      interrupts?.forgive()
      for item in script.add(line) where !isEnding {
        if perform(item, source: nil) != 0 { break }
      }
    }
    return 0
  }

  /// Calls `body`, which Ctrl-C ends; where nobody talks Ctrl-C is not heard otherwise.
  func interruptible(_ body: () throws -> Void) rethrows {
    let interrupts = isTalking ? nil : Interrupts(interrupt)
    try withExtendedLifetime(interrupts) { try body() }
  }

  /// What Ctrl-C does: it ends the statement that runs, or what a verb does.
  private var interrupt: @Sendable () -> Void {
    { [opened, interruptVerb = world.interrupt] in
      opened.current.interrupt()
      interruptVerb()
    }
  }

  private var highlighter: Highlighter {
    Highlighter(
      commands: Set(commandNames), shortCommands: Set(ShellCommand.shortNames.keys))
  }

  private var prompt: String { store.access == .readWrite ? "benchdb (write)> " : "benchdb> " }

  private var continuation: String {
    String(repeating: " ", count: prompt.count - 5) + "...> "
  }
}
