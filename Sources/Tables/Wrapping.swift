/// `text`, one line, as lines of at most `width` cells; broken behind a space where there is one, and
/// nothing of it lost.
///
/// A character wider than the line stands alone in it.
///
/// - Complexity: O(*n*).
package func wrapped(_ text: String, to width: Int) -> [String] {
  guard displayWidth(of: text) > width else { return [text] }
  var lines: [String] = []
  var line = ""
  var used = 0
  /// What of `line` ends with its last space, and the cells of the rest.
  var space: (end: String.Index, rest: Int)?
  for character in text {
    let cells = displayWidth(of: character)
    if used + cells > width, !line.isEmpty {
      let cut = character == " " ? nil : space
      let end = cut?.end ?? line.endIndex
      lines.append(String(line[..<end]))
      line = String(line[end...])
      used = cut?.rest ?? 0
      space = nil
    }
    line.append(character)
    used += cells
    if character == " " {
      space = (line.endIndex, 0)
    } else {
      space?.rest += cells
    }
  }
  return lines + [line]
}
