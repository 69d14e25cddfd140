/// The ways out of the prompt for a result: files, and the programs of the machine.
///
/// The prompt starts nothing itself; whoever starts it hands these in, and tests hand in their own.
package struct Outlets {
  /// Opens a file for results. One that stands there is refused unless `replacing`; it appears when it
  /// is whole, or is there from the start where it is `growing`.
  package var file: (_ path: String, _ replacing: Bool, _ growing: Bool) throws -> Receiver = {
    path, _, _ in throw ShellError.unwritable(path)
  }
  /// A command of the person's shell that reads results, once there is one.
  package var pipe: (_ command: String) throws -> Receiver = {
    throw ShellError.unwritable("|" + $0)
  }
  /// Runs a command of the person's shell at the terminal; returns its exit status.
  package var shell: (_ command: String) -> Int32 = { _ in 127 }
  /// Lets the person look at a text in their editor, as a file whose name ends in `ending`; nil where
  /// there is none.
  package var editor: ((_ text: String, _ ending: String) throws -> Void)?
  /// Hands a text to the clipboard's program; returns its name, nil where none took it.
  package var clipboard: (_ text: String) -> String? = { _ in nil }
  /// Opens a text as a file in the program that the desktop has for files of that ending; returns what
  /// opened it, nil where nothing did.
  package var viewer: (_ text: String, _ ending: String) throws -> String? = { _, _ in nil }
  /// Opens a file that is there, likewise.
  package var opener: (_ path: String) throws -> String? = { _ in nil }

  package init() {}
}
