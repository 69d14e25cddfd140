import Markup
import Tables

extension DataTable {
  /// The table with what it leaves out, within a frame that can be scrolled by keys too.
  var element: Element {
    let head = Element("tr").containing(
      columns.enumerated().map { index, name in
        Element("th", ["scope": "col", "class": isText(index) ? "t" : nil], text: name)
      })
    let table = Element("table", ["id": id]).containing([
      Element("caption", text: caption),
      Element("thead").containing([head]),
      Element("tbody").containing(rows.map(row)),
    ])
    let frame = Element(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]
    ).containing([table])
    return Element("div", ["class": "table"]).containing(
      [frame] + notes.map { Element("p", ["class": "small"], text: $0) })
  }

  private var notes: [String] {
    [
      hasImputed ? "\(Cell.dagger) Some of the scores are imputed, not measured." : nil, note,
    ].compactMap(\.self)
  }

  private func row(_ cells: [Cell]) -> Element {
    Element("tr").containing(
      cells.enumerated().map { index, cell in
        cell.element(isHead: index == 0, isText: index > 0 && isText(index))
      })
  }

  /// Whether a column holds words: the first does, and one in which any cell is text.
  private func isText(_ index: Int) -> Bool {
    index == 0 || rows.contains { $0[index].value.string != nil }
  }
}

extension DataTable.Cell {
  fileprivate func element(isHead: Bool, isText: Bool) -> Element {
    let full = value.description
    let read = (shown ?? full ?? "") + (isImputed ? Self.dagger : "")
    let classes = [isText ? "t" : nil, isBest ? "best" : nil].compactMap(\.self)
    return Element(
      isHead ? "th" : "td",
      [
        "scope": isHead ? "row" : nil,
        "class": classes.isEmpty ? nil : classes.joined(separator: " "),
        // What is sorted and taken along, where it is not what is read.
        "data-v": full == read ? nil : full ?? "",
      ], [.text(read)] + strip)
  }

  /// A dot a run, in one path: a stroke of no length with round ends is a dot.
  private var strip: [Element.Node] {
    guard dots.contains(where: { $0 != nil }) else { return [] }
    // As wide as the strip allows, which takes 24 at four apart.
    let gap = min(9, 92 / max(1, dots.count - 1))
    let places = dots.enumerated().compactMap { index, height in
      height.map { (x: index * gap + 2, y: 18 - Int(($0 * 16).rounded())) }
    }
    // Each from the one before, which takes the fewest bytes.
    var (path, x, y) = ("", 0, 0)
    for place in places {
      let (right, down) = (place.x - x, place.y - y)
      path += "m\(right)\(down < 0 ? "" : " ")\(down)z"
      (x, y) = (place.x, place.y)
    }
    return [.element(Element("svg").containing([Element("path", ["d": path])]))]
  }
}
