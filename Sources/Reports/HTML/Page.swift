package import Figures
import Markup

extension Report {
  /// The report as a page: one file that asks the network for nothing, is read without its script, and
  /// lets no other script run.
  ///
  /// - Parameters:
  ///   - theme: its colours when it is opened; a reader can choose others.
  ///   - sha256: the digest of a text in Base64, by which the page's policy knows its own style and
  ///     script (Content Security Policy Level 3, 2.3.1, hash-source).
  package func html(theme: Theme, sha256: (String) -> String) -> String {
    let style = carried("report.css") + "\n" + pageStyle(for: figures)
    let script = carried("report.js")
    let policy = """
      default-src 'none'; style-src 'sha256-\(sha256(style))'; \
      script-src 'sha256-\(sha256(script))'; base-uri 'none'; form-action 'none'
      """
    let head = Element("head").containing([
      Element("meta", ["charset": "utf-8"]),
      Element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
      Element("meta", ["name": "viewport", "content": "width=device-width,initial-scale=1"]),
      Element("meta", ["name": "generator", "content": "benchdb"]),
      Element("title", text: title),
      Element("style", [:], [.code(.css(style))]),
    ])
    let page = Element("html", ["lang": "en", "data-theme": theme == .auto ? nil : theme.rawValue])
      .containing([head, body(script: script)])
    return "<!doctype html>\n" + page.html
  }

  private func body(script: String) -> Element {
    let contents = sections.map { section in
      Element("li").containing([Element("a", ["href": "#\(section.id)"], text: section.heading)])
    }
    return Element("body").containing([
      Element("a", ["class": "skip", "href": "#report"], text: "Skip to the report"),
      Element("header").containing([
        Element("h1", text: title),
        Element("nav", ["aria-label": "Sections"]).containing([
          Element("ul").containing(contents)
        ]),
      ]),
      Element("main", ["id": "report"]).containing(sections.map(\.element)),
      Element("script", [:], [.code(.script(script))]),
    ])
  }

  private var figures: [Figure] {
    sections.flatMap(\.blocks).compactMap {
      if case .picture(let picture) = $0 { picture.figure } else { nil }
    }
  }
}

/// A file that travels with this target.
private func carried(_ name: String) -> String {
  guard let file = EmbeddedFiles.all.first(where: { $0.name == name }) else {
    preconditionFailure("\(name) is carried")
  }
  return file.text
}

extension Section {
  fileprivate var element: Element {
    let heading = Element("h2", ["id": "\(id)-heading"])
    return Element("section", ["id": id, "aria-labelledby": "\(id)-heading"])
      .containing([heading.titled(self.heading, permalink: id)] + blocks.map(\.element))
  }
}

extension Element {
  /// A heading with a link to where it stands.
  func titled(_ words: String, permalink id: String) -> Element {
    let link = Element(
      "a", ["class": "link", "href": "#\(id)", "aria-label": "Link to \(words)"], text: "#")
    var copy = self
    copy.content = [.text(words), " ", .element(link)]
    return copy
  }
}
