import Tables

/// The few control sequences that the line editor writes, acted out on a grid of cells.
///
/// A character in the last column leaves the cursor waiting there, as terminals do.
struct Screen {
  let width: Int
  private(set) var lines: [[Character]] = [[]]
  private(set) var row = 0
  private(set) var column = 0

  init(width: Int) {
    self.width = width
  }

  /// What a person sees, without the blanks at the end of lines and the empty lines below.
  var text: String {
    var shown = lines.map { line in
      let end = line.lastIndex { $0 != " " && $0 != "\0" }
      return String(line[..<(end.map { $0 + 1 } ?? 0)].filter { $0 != "\0" })
    }
    while shown.count > 1, shown.last?.isEmpty == true { shown.removeLast() }
    return shown.joined(separator: "\n")
  }

  mutating func write(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\r\n":
        column = 0
        lineFeed()
      case "\r": column = 0
      case "\n": lineFeed()
      case "\u{1B}": sequence(&rest)
      default: put(character)
      }
    }
  }

  private mutating func lineFeed() {
    row += 1
    while lines.count <= row { lines.append([]) }
  }

  private mutating func sequence(_ rest: inout Substring) {
    var parameters = ""
    rest.removeFirst()
    while let next = rest.popFirst() {
      guard next.isLetter else {
        parameters.append(next)
        continue
      }
      act(next, Int(parameters) ?? 1)
      return
    }
  }

  private mutating func act(_ command: Character, _ count: Int) {
    switch command {
    case "A": row = max(0, row - count)
    case "C": column = min(width - 1, column + count)
    case "H": (row, column) = (0, 0)
    case "J":
      if count == 2 { lines = [[]] }
      lines[row] = Array(lines[row].prefix(column))
      lines.removeSubrange((row + 1)...)
    default: break
    }
  }

  private mutating func put(_ character: Character) {
    let cells = displayWidth(of: character)
    if column + cells > width {
      column = 0
      lineFeed()
    }
    while lines[row].count < column + cells { lines[row].append(" ") }
    lines[row][column] = character
    if cells == 2 { lines[row][column + 1] = "\0" }
    column += cells
  }
}
