import Figures
import Markup
import Tables

extension Block {
  /// The block as an element of a page.
  var element: Element {
    switch self {
    case .paragraph(let words): Element("p", text: words)
    case .warning(let words):
      Element("p", ["class": "flag"], [.element(Element("strong", text: "Note: ")), .text(words)])
    case .table(let table): table.element
    case .picture(let picture): picture.element
    case .listing(let text): Block.listing(text)
    case .shares(let shares): Block.strip(shares)
    case .folded(let words, let blocks):
      Element("details").containing(
        [Element("summary", text: words)] + blocks.map(\.element))
    }
  }

  /// Text as it is, within a frame that can be scrolled by keys too.
  private static func listing(_ text: String) -> Element {
    Element("pre", ["tabindex": "0"], text: text)
  }

  /// Parts of a whole as a strip, with their counts in words.
  private static func strip(_ shares: [Share]) -> Element {
    let whole = max(1, shares.reduce(0) { $0 + $1.count })
    var (left, bars) = (0, [Element]())
    for share in shares where share.count > 0 {
      bars.append(
        Element(
          "rect",
          [
            "class": share.kind.rawValue, "x": part(left, of: whole),
            "width": part(share.count, of: whole), "height": "12",
          ]))
      left += share.count
    }
    let words = shares.map { share in
      Element(
        "li", ["class": share.kind.rawValue],
        [.element(Element("b", text: grouped(share.count))), .text(" " + share.label)])
    }
    return Element("div", ["class": "strip"]).containing([
      Element(
        "svg", ["viewBox": "0 0 1000 12", "preserveAspectRatio": "none", "aria-hidden": "true"]
      ).containing(bars),
      Element("ul").containing(words),
    ])
  }

  /// A part in thousandths, seen however small it is.
  private static func part(_ count: Int, of whole: Int) -> String {
    let tenths = (count * 10_000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Picture {
  /// The picture with its data, its SQL and a link to it.
  fileprivate var element: Element {
    let parts = [
      Element("h3").titled(title, permalink: id),
      // It may be wider than a telephone: then it is scrolled, by keys too.
      Element(
        "div",
        ["class": "plot", "tabindex": "0", "role": "region", "aria-label": "Figure: \(title)"]
      )
      .containing([figure.element]),
    ]
    return Element("figure", ["id": id]).containing(parts + [numbers, source])
  }

  private var numbers: Element {
    if let elsewhere {
      return Element(
        "p", ["class": "small"],
        ["Its numbers: ", .element(Element("a", ["href": "#\(elsewhere)"], text: "every dataset"))])
    }
    guard let data else {
      return Element(
        "p", ["class": "small"],
        [
          "Its numbers, too many for a page, are those of ",
          .element(Element("code", text: command + " --data")), ".",
        ])
    }
    return Element("details").containing([
      Element("summary", text: "Its numbers, \(counted(data.rows.count, "row"))"), data.element,
    ])
  }

  private var source: Element {
    Element("details").containing([
      Element("summary", text: "Its SQL"),
      Element("p", [:], ["Made by ", .element(Element("code", text: command)), "."]),
      Element("pre", ["tabindex": "0"], text: sql),
    ])
  }
}
