internal import Foundation
package import Tables

/// What takes results in place of the screen: a file, a program's input, the clipboard.
package struct Receiver {
  /// A receiver wants no more, as `head` does once it has its lines: the result ends there, and well.
  package struct Enough: Error {
    package init() {}
  }

  /// What it is called: a path, or `|` and a command.
  package let name: String
  /// Whether it is a command of the person's shell.
  var isProgram: Bool { name.first == "|" }
  /// The format that its name asks for while `.mode` leaves it open.
  package var format: TableFormat?
  let write: (String) throws -> Void
  private let finish: (Bool) throws -> String?

  /// - Parameters:
  ///   - write: takes text; throws `Enough` when it wants no more.
  ///   - end: is told whether the text is whole, as a file must be to be kept. It returns what became
  ///     of the text, such as `copied by xclip`; nil says that it went to `name`.
  package init(
    _ name: String, format: TableFormat? = nil, write: @escaping (String) throws -> Void,
    end: @escaping (_ isWhole: Bool) throws -> String?
  ) {
    self.name = name
    self.format = format
    self.write = write
    finish = end
  }

  /// Ends it and returns what became of what it took, as `1,800 rows` would be followed by.
  @discardableResult
  func end(isWhole: Bool) throws -> String {
    try finish(isWhole) ?? "to \(name)"
  }
}

extension Receiver {
  /// One that keeps the text of a single result and does something with the whole of it.
  ///
  /// - Parameter act: returns what was done, such as `copied by xclip`.
  static func collecting(
    _ name: String, format: TableFormat, _ act: @escaping (String) throws -> String
  ) -> Receiver {
    var text = ""
    return Receiver(name, format: format) {
      text += $0
    } end: { isWhole in
      isWhole ? try act(text) : nil
    }
  }
}

/// A path with a `~` in front as a shell reads it: the person's own folder, or another's.
func expandingTilde(in path: String) -> String {
  path.hasPrefix("~") ? NSString(string: path).expandingTildeInPath : path
}
