import Markup

/// The sheet a drawing stands on: its title, subtitle, footnotes and edges, and the SVG around them.
struct Page {
  let options: FigureOptions
  let name: String

  static let margin = 16.0

  var width: Double {
    let widths = FigureOptions.widths
    let pixels = min(max(options.width, widths.lowerBound), widths.upperBound)
    return Double(options.paper?.units ?? pixels)
  }

  /// What is left for the drawing between the margins.
  var bodyWidth: Double { width - 2 * Self.margin }

  /// The drawing as a figure, under `title` where one is given and else under its own.
  func figure(of drawing: Drawing, title given: String?) -> Figure {
    let title = given ?? drawing.title
    let header = Header(title: title, notes: drawing.notes + context, width: bodyWidth)
    let footer = Footer(notes: drawing.footnotes, width: bodyWidth)
    let top = Self.margin + header.height
    let bottom = top + drawing.height
    // Whole, so that no edge is half a pixel of page and half of what lies behind.
    let height = (bottom + footer.height + Self.margin).rounded(.up)
    let body =
      header.marks(from: Self.margin) + [
        Panel(at: Point(Self.margin, top), marks: drawing.marks)
      ] + footer.marks(from: bottom)
    let words = (title: title, description: drawing.description)
    return Figure(
      title: title, description: drawing.description,
      svg: document(of: body, height: height, words, isStyled: true).rendered + "\n",
      element: document(of: body, height: height, words, isStyled: false))
  }

  private var context: [String] {
    let words = [
      options.note, options.budget.map { "budget: \($0)" }, options.source.map { "source: \($0)" },
      options.imputation,
    ]
    return words.compactMap { $0 }
  }

  private func document(
    of marks: [any Mark], height: Double, _ words: (title: String, description: String),
    isStyled: Bool
  ) -> Element {
    let id = identifier(name)
    let page = Element(
      "rect", ["class": Paint.page.fill, "width": coordinate(width), "height": coordinate(height)])
    let drawn = [page] + marks.map(\.element)
    let heads = [
      Element("title", ["id": "\(id)-title"], text: words.title),
      Element("desc", ["id": "\(id)-desc"], text: words.description),
    ]
    let style = isStyled ? [self.style(for: drawn, id: id)] : []
    return svg(id: id, height: height).containing(heads + style + drawn)
  }

  private func style(for drawn: [Element], id: String) -> Element {
    let classes = drawn.reduce(into: Set<String>()) { $0.formUnion($1.classes) }
    let style = Stylesheet(id: id, classes: classes)
      .text(theme: options.theme, paper: options.paper)
    return Element("style", [:], [.code(.css(style))])
  }

  private func svg(id: String, height: Double) -> Element {
    let size = options.paper.map { paper in
      let tall = Double(paper.millimetres) * height / width
      return ("\(paper.millimetres)mm", coordinate(tall) + "mm")
    }
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "id": id,
        "width": size?.0 ?? coordinate(width), "height": size?.1 ?? coordinate(height),
        "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ])
  }
}

/// The title and the subtitle, broken into lines.
private struct Header {
  let titles: [String]
  let subtitles: [String]

  init(title: String, notes: [String], width: Double) {
    titles = TextMetrics.lines(
      of: [title], joinedBy: " ", to: width, size: TextRole.title.size, weight: .semibold)
    subtitles = TextMetrics.lines(
      of: notes, joinedBy: " · ", to: width, size: TextRole.note.size)
  }

  var height: Double { Double(titles.count) * 20 + Double(subtitles.count) * 17 + 14 }

  func marks(from top: Double) -> [any Mark] {
    let heads = titles.enumerated().map { index, line in
      Label(text: line, at: Point(Page.margin, top + 14 + Double(index) * 20), role: .title)
    }
    let start = top + Double(titles.count) * 20 + 13
    let notes = subtitles.enumerated().map { index, line in
      Label(
        text: line, at: Point(Page.margin, start + Double(index) * 17), role: .note, paint: .muted)
    }
    return heads + notes
  }
}

/// What the picture leaves out, in small lines below it.
private struct Footer {
  let lines: [String]

  init(notes: [String], width: Double) {
    lines = notes.flatMap {
      TextMetrics.lines(of: [$0], joinedBy: " ", to: width, size: TextRole.small.size)
    }
  }

  var height: Double { lines.isEmpty ? 0 : Double(lines.count) * 15 + 8 }

  func marks(from top: Double) -> [any Mark] {
    lines.enumerated().map { index, line in
      Label(
        text: line, at: Point(Page.margin, top + 19 + Double(index) * 15), role: .small,
        paint: .muted)
    }
  }
}
