import Foundation

/// Writes `EmbeddedFiles.swift`: every file given, as a string, by its path below a folder.
///
/// Usage: `embed FOLDER OUTPUT.swift FILE...`
@main
struct Embed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let output = arguments.dropFirst().first else {
      FileHandle.standardError.write(Data("usage: embed FOLDER OUTPUT.swift FILE...\n".utf8))
      exit(64)
    }
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    let entries = try arguments.dropFirst(2).sorted().map { path in
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      return "    (\(literal(name)), \(literal(text))),\n"
    }
    let source = """
      /// The files of this target that are not Swift, by their path, sorted.
      package enum EmbeddedFiles {
        package static let all: [(name: String, text: String)] = [
      \(entries.joined())  ]
      }

      """
    try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
  }

  /// A Swift string literal of `text`, on one line, whatever characters it holds.
  static func literal(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += "\\u{\(String(scalar.value, radix: 16))}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
