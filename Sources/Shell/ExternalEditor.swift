internal import Foundation

/// Lets a person edit a text in the editor of their choice.
package struct ExternalEditor {
  private let program: String

  /// - Parameter program: a command of the shell, such as `vi` or `code --wait`.
  package init(_ program: String) {
    self.program = program
  }

  /// The text as the person saved it.
  ///
  /// - Parameter ending: of the file's name, by which an editor knows what it is.
  package func edit(_ text: String, ending: String = "sql") throws -> String {
    let name = "benchdb-\(UUID().uuidString).\(ending)"
    let file = FileManager.default.temporaryDirectory.appending(path: name)
    defer { try? FileManager.default.removeItem(at: file) }
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]),
      Terminal.run("\(program) '\(file.path.replacing("'", with: "'\\''"))'")
    else { throw ShellError.noEditor }
    return try String(contentsOf: file, encoding: .utf8)
  }
}
