import Foundation

extension Source {
  /// A function or initializer: the line of its name and how many lines it takes.
  struct Function {
    var line: Int
    var length: Int
  }

  /// The functions with a body, nested ones too, found by indentation: swift-format sees to that.
  var functions: [Function] {
    lines.indices.compactMap { start in
      guard isDeclaration(lines[start]) else { return nil }
      let indent = String(lines[start].prefix { $0 == " " })
      guard let open = opening(from: start, indent), let end = closing(from: open, indent) else {
        return nil
      }
      return Function(line: start + 1, length: end - start + 1)
    }
  }

  private func isDeclaration(_ line: String) -> Bool {
    guard line.contains("func ") || line.contains("init") else { return false }
    return line.firstMatch(of: /^ *(?:(?:@\w+(?:\(.*\))?|[a-z]+(?:\(set\))?) )*(?:func |init[(?<])/)
      != nil
      && !line.contains(".init(")
  }

  /// The line that ends a signature with its brace; nil where there is no body.
  private func opening(from start: Int, _ indent: String) -> Int? {
    lines[start...].indices.first { index in
      lines[index].hasSuffix("{") || lines[index].hasSuffix("}")
        || (index > start && !continues(lines[index], indent))
    }.flatMap { lines[$0].hasSuffix("{") || $0 == start ? $0 : nil }
  }

  /// Whether a signature that began at `indent` goes on in `line`.
  private func continues(_ line: String, _ indent: String) -> Bool {
    line.hasPrefix(indent + "  ") || line.hasPrefix(indent + ")")
  }

  private func closing(from open: Int, _ indent: String) -> Int? {
    if lines[open].hasSuffix("}") { return open }
    return lines[open...].indices.first { $0 > open && lines[$0].hasPrefix(indent + "}") }
  }
}
