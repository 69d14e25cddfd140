internal import Foundation
internal import Tables

extension Receiver {
  /// The clipboard, by a program that keeps it, else by the terminal.
  static func clipboard(of world: ShellWorld, _ format: TableFormat) -> Receiver {
    .collecting("the clipboard", format: format) { text in
      if let program = world.outlets.clipboard(text) { return "copied by \(program)" }
      guard world.width() != nil else { throw ShellError.noClipboard }
      guard text.utf8.count <= mostByTerminal else {
        throw ShellError.tooLongToCopy(text.utf8.count, most: mostByTerminal)
      }
      try world.write(clipboardSequence(text))
      return "copied by the terminal, if it allows that"
    }
  }
}

/// Terminals refuse sequences above some length, the oldest 100,000 bytes; base64 takes 4 for each 3.
private let mostByTerminal = 74_000

/// Asks a terminal to put `text` on the clipboard of whoever sits at it.
///
/// **Source**: XTerm Control Sequences, OSC 52, selection `c`.
func clipboardSequence(_ text: String) -> String {
  "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
}
