/// A picture of one table: its name, a line for each column, and a foot.
package struct Card: Sendable {
  package var title: String
  package var lines: [(name: String, detail: String)]
  package var foot: String

  package init(title: String, lines: [(name: String, detail: String)], foot: String) {
    self.title = title
    self.lines = lines
    self.foot = foot
  }
}

/// Cards side by side, in as many columns as `width` cells hold; each stands in the column that is the
/// shortest when its turn comes.
///
/// **Edge cases**: a card wider than the line is cut to it.
package func formatted(
  _ cards: [Card], width: Int, colour: Bool, unicode: Bool
) -> String {
  let pen = CardPen(style: unicode ? .box : .ascii, colour: colour, width: width)
  var columns = [cards]
  // The most columns in which all fit, packed anew for each number of them.
  for count in stride(from: max(1, min(cards.count, width / 10)), through: 1, by: -1) {
    columns = packed(cards, into: count)
    if columns.reduce(count - 1, { $0 + pen.width(of: $1) }) <= width { break }
  }
  let blocks = columns.map { column in
    let width = pen.width(of: column)
    return (width: width, lines: column.flatMap { pen.lines(of: $0, width: width) })
  }
  return (0..<(blocks.map(\.lines.count).max() ?? 0)).map { number in
    let last = blocks.lastIndex { number < $0.lines.count } ?? 0
    let parts = blocks[...last].map {
      number < $0.lines.count ? $0.lines[number] : String(repeating: " ", count: $0.width)
    }
    return parts.joined(separator: " ") + "\n"
  }.joined()
}

private func packed(_ cards: [Card], into count: Int) -> [[Card]] {
  var columns = [[Card]](repeating: [], count: count)
  var heights = [Int](repeating: 0, count: count)
  for card in cards {
    let shortest = heights.indices.min { heights[$0] < heights[$1] } ?? 0
    columns[shortest].append(card)
    // Two rules, the title and the foot stand around the lines.
    heights[shortest] += card.lines.count + 5
  }
  return columns
}

/// Draws cards whose widths are settled.
private struct CardPen {
  let style: GridStyle
  let colour: Bool
  /// Of the terminal.
  let width: Int

  /// Cells of the widest of `cards`, its border included.
  func width(of cards: [Card]) -> Int {
    let widest =
      cards.map { card in
        let (names, details) = inner(card)
        return max(names + details, displayWidth(of: card.title), displayWidth(of: card.foot))
      }.max() ?? 0
    return min(widest + 4, max(width, 5))
  }

  /// Cells of the widest name, the space behind it included, and of the widest detail.
  private func inner(_ card: Card) -> (names: Int, details: Int) {
    let details = card.lines.map { displayWidth(of: $0.detail) }.max() ?? 0
    let names = card.lines.map { displayWidth(of: $0.name) }.max() ?? 0
    return (names + (details > 0 ? 1 : 0), details)
  }

  func lines(of card: Card, width: Int) -> [String] {
    let room = width - 4
    let names = min(inner(card).names, room)
    let body = card.lines.map { line in
      let name = padded(fit(line.name, names), to: names)
      let detail = padded(fit(line.detail, room - names), to: room - names)
      return framed(name + Paint.dim(detail, on: colour))
    }
    let blank = framed(String(repeating: " ", count: room))
    return [rule(style.top, width)] + [framed(centred(card.title, in: room, .name)), blank]
      + body + [blank, framed(centred(card.foot, in: room, .dim)), rule(style.bottom, width)]
  }

  private func fit(_ text: String, _ width: Int) -> String {
    fitting(text, into: width, ellipsis: style.ellipsis)
  }

  private func centred(_ text: String, in width: Int, _ paint: Paint) -> String {
    let text = fit(text, width)
    let spaces = max(0, width - displayWidth(of: text))
    let side = { (count: Int) in String(repeating: " ", count: count) }
    return side(spaces / 2) + paint(text, on: colour) + side(spaces - spaces / 2)
  }

  private func framed(_ text: String) -> String {
    let bar = Paint.dim(style.vertical, on: colour)
    return bar + " " + text + " " + bar
  }

  private func rule(_ strokes: [String], _ width: Int) -> String {
    let line = String(repeating: strokes[1], count: width - 2)
    return Paint.dim(strokes[0] + line + strokes[3], on: colour)
  }
}
