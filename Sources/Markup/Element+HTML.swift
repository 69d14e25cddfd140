extension Element {
  /// The element as HTML text, blocks on lines of their own and nothing else between.
  ///
  /// What is within `<svg>` is written as XML, which HTML reads there; elsewhere an element without
  /// content has an end tag, unless it is one that HTML knows as void, or a row or cell of a table.
  package var html: String {
    var output = ""
    render(into: &output, isXML: false, isKept: false)
    return output
  }

  /// - Parameter isKept: whether line breaks in text are kept, as in `<pre>`.
  private func render(into output: inout String, isXML: Bool, isKept: Bool) {
    let isXML = isXML || name == "svg"
    let isKept = isKept || name == "pre"
    begin(into: &output)
    if isXML, content.isEmpty {
      output += "/>"
      return
    }
    output += ">"
    if !isXML, void.contains(name) { return }
    for node in content {
      switch node {
      case .text(let text): output += escaped(text, keepingLines: isKept)
      case .code(let code): output += code.text
      case .element(let child): child.render(into: &output, isXML: isXML, isKept: isKept)
      }
    }
    if isXML || !cells.contains(name) { output += "</\(name)>" }
    if blocks.contains(name) { output += "\n" }
  }
}

/// **Source**: the HTML standard, 13.1.2, void elements; those a report uses.
private let void: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"]

/// Elements that end where the next begins: a page of thousands of cells is a tenth smaller for it.
///
/// **Source**: the HTML standard, 13.1.2.4, optional tags.
private let cells: Set<String> = ["td", "th", "tr"]

/// Elements after which white space means nothing.
private let blocks: Set<String> = [
  "article", "body", "details", "div", "dl", "figure", "footer", "h1", "h2", "h3", "head", "header",
  "html", "li", "main", "nav", "ol", "p", "pre", "script", "section", "style", "summary", "table",
  "tbody", "thead", "title", "tr", "ul",
]
