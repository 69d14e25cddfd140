/// Draws rows as numbered records, a line per value; what is longer than the line goes on in the next.
struct RecordPen {
  private let style: GridStyle
  private let options: DisplayOptions
  private let names: [String]
  private let nameWidth: Int

  init(_ style: GridStyle, _ columns: [String], _ options: DisplayOptions) {
    self.style = style
    self.options = options
    // A name may take half of the line at most.
    let room = options.width.map { max(1, $0 / 2 - 3) } ?? .max
    names = columns.map {
      fitting(escapingControls(in: $0), into: room, ellipsis: style.ellipsis)
    }
    // The number of a hundred records fits above it.
    nameWidth = max(7, names.map { displayWidth(of: $0) }.max() ?? 0)
  }

  /// The rule with the record's number, then the values.
  func record(_ values: [Value], number: Int, into text: inout String) {
    text += Paint.dim(rule(number), on: options.colour) + "\n"
    for (name, value) in zip(names, values) {
      for (place, line) in lines(of: value).enumerated() {
        let title = padded(place == 0 ? name : "", to: nameWidth)
        text += Paint.name(title, on: options.colour) + " "
        text += Paint.dim(style.vertical, on: options.colour) + " "
        text += (value.isNull ? Paint.dim : .plain)(line, on: options.colour) + "\n"
      }
    }
  }

  /// A line that stands for records left out.
  func dots(into text: inout String) {
    text += Paint.dim(style.rowEllipsis, on: options.colour) + "\n"
  }

  /// `─[ 12 ]──┬─────`, with the joint above the line between names and values where there is room.
  private func rule(_ number: Int) -> String {
    let title = style.middle[1] + "[ \(number) ]"
    let line = { (count: Int) in String(repeating: style.middle[1], count: max(0, count)) }
    let left = title + line(nameWidth + 1 - title.count)
    let total = min(options.width ?? Self.widest, Self.widest)
    guard left.count == nameWidth + 1 else { return left + line(total - left.count) }
    return left + style.top[2] + line(total - left.count - 1)
  }

  /// Cells that a rule has at most.
  private static let widest = 72

  private func lines(of value: Value) -> [String] {
    let parts = value.display(options).split(separator: "\n", omittingEmptySubsequences: false)
    let room = options.width.map { max(1, $0 - nameWidth - 3) }
    return parts.flatMap { part in
      let line = escapingControls(in: String(part))
      return room.map { wrapped(line, to: $0) } ?? [line]
    }
  }
}
