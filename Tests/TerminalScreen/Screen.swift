internal import Tables

/// The few control sequences that the line editor writes, acted out on a grid of cells.
///
/// A character in the last column leaves the cursor waiting there, as terminals do; a new size wraps
/// long rows anew, as most do.
package struct Screen {
  package private(set) var width: Int
  package private(set) var height: Int
  /// What was shown since the beginning, the rows of the screen last.
  private var lines: [Line] = [Line()]
  /// The cursor's row among all lines.
  package private(set) var row = 0
  package private(set) var column = 0
  /// What was written that no terminal would understand or that reaches beyond the screen.
  package private(set) var faults: [String] = []

  private struct Line {
    var cells: [Character] = []
    /// Whether the terminal itself broke the line here, so that the next goes on.
    var isWrapped = false
  }

  package init(width: Int, height: Int = 24) {
    (self.width, self.height) = (width, height)
  }

  /// What a person sees, without the blanks at the end of lines and the empty lines below.
  package var text: String {
    var shown = lines.indices.map(line)
    while shown.count > 1, shown.last?.isEmpty == true { shown.removeLast() }
    return shown.joined(separator: "\n")
  }

  /// A row as it is seen, empty where there is none.
  package func line(_ row: Int) -> String {
    guard lines.indices.contains(row) else { return "" }
    let cells = lines[row].cells
    let end = cells.lastIndex { $0 != " " && $0 != rest }
    return String(cells[..<(end.map { $0 + 1 } ?? 0)].filter { $0 != rest })
  }

  /// Rows there are, those out of sight above the screen included.
  package var count: Int { lines.count }

  package mutating func write(_ text: String) {
    var waiting = text[...]
    while let character = waiting.popFirst() {
      switch character {
      case "\r\n":
        column = 0
        lineFeed()
      case "\r": column = 0
      case "\n": lineFeed()
      case "\u{1B}": sequence(&waiting)
      default: put(character)
      }
    }
  }

  /// Gives the screen another size; rows that the terminal broke are joined and broken anew.
  package mutating func resize(width: Int, height: Int) {
    var wrapped: [Line] = []
    var place = (row: 0, column: 0)
    var long: [Character] = []
    var cursor: Int?
    for (index, line) in lines.enumerated() {
      if index == row { cursor = long.count + column }
      long += line.cells
      if line.isWrapped { continue }
      let parts = broken(long, width: width)
      if var offset = cursor {
        place.row = wrapped.count
        for part in parts.dropLast() where offset >= part.cells.count {
          offset -= part.cells.count
          place.row += 1
        }
        place.column = min(offset, width - 1)
      }
      wrapped += parts
      (long, cursor) = ([], nil)
    }
    (self.width, self.height, lines) = (width, height, wrapped)
    (row, column) = place
    // The cursor stays in sight: what is below it gives way.
    lines.removeLast(max(0, top - row))
  }

  private var top: Int { max(0, lines.count - height) }

  private mutating func lineFeed() {
    row += 1
    while lines.count <= row { lines.append(Line()) }
  }

  private mutating func sequence(_ waiting: inout Substring) {
    var parameters = ""
    if waiting.popFirst() != "[" { faults.append("an escape that begins no sequence") }
    while let next = waiting.popFirst() {
      guard next.isLetter else {
        parameters.append(next)
        continue
      }
      return act(next, parameters)
    }
    faults.append("a sequence without end")
  }

  private mutating func act(_ command: Character, _ parameters: String) {
    let count = Int(parameters) ?? 1
    switch command {
    case "A": row = max(top, row - count)
    case "B": row = min(lines.count - 1, row + count)
    case "C": column = min(width - 1, column + count)
    case "H": (row, column) = (top, 0)
    case "J":
      if count == 2 { for line in lines[top...].indices { lines[line] = Line() } }
      erase()
      for line in lines[(row + 1)...].indices { lines[line] = Line() }
    case "K": erase()
    case "m": break
    default: faults.append("CSI \(parameters)\(command)")
    }
  }

  private mutating func erase() {
    if column == width { faults.append("erased the last column") }
    lines[row] = Line(cells: Array(lines[row].cells.prefix(column)))
  }

  private mutating func put(_ character: Character) {
    let cells = displayWidth(of: character)
    guard cells > 0 else { return faults.append("wrote \(character.unicodeScalars.map(\.value))") }
    if column + cells > width {
      faults.append("wrote beyond the margin")
      column = 0
      lines[row].isWrapped = true
      lineFeed()
    }
    while lines[row].cells.count < column + cells { lines[row].cells.append(" ") }
    lines[row].cells[column] = character
    for other in 1..<max(cells, 1) { lines[row].cells[column + other] = rest }
    column += cells
  }

  private func broken(_ cells: [Character], width: Int) -> [Line] {
    var parts = [Line()]
    for (index, cell) in cells.enumerated() where cell != rest {
      let whole = [cell] + cells.dropFirst(index + 1).prefix { $0 == rest }
      if parts[parts.count - 1].cells.count + whole.count > width {
        parts[parts.count - 1].isWrapped = true
        parts.append(Line())
      }
      parts[parts.count - 1].cells += whole
    }
    return parts
  }
}

/// Stands in all cells of a wide character but the first.
private let rest: Character = "\0"
