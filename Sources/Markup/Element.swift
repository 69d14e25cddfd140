/// A node of an SVG or HTML document: a name, attributes in the order given, and what it contains.
///
/// Text becomes markup only in ``rendered`` and ``html``, which escape it: whatever a name or a message
/// holds, it stays text.
package struct Element: Sendable, Equatable {
  package var name: String
  package var attributes: [Attribute] = []
  package var content: [Node] = []

  package struct Attribute: Sendable, Equatable {
    package var name: String
    package var value: String
  }

  /// What stands between the tags of an element.
  package enum Node: Sendable, Equatable {
    case element(Element)
    case text(String)
    case code(Code)
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil
  ) {
    self.init(name, attributes, text.map { [.text($0)] } ?? [])
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Node]
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    self.content = content
  }

  /// The element with `children` after what it has.
  package func containing(_ children: [Element]) -> Element {
    var copy = self
    copy.content += children.map(Node.element)
    return copy
  }

  /// The element with a `<title>`, which browsers show as a tooltip; nil leaves it as it is.
  package func described(_ tooltip: String?) -> Element {
    tooltip.map { containing([Element("title", text: $0)]) } ?? self
  }

  /// The elements within, one level down.
  package var children: [Element] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The class names used here and below.
  package var classes: Set<String> {
    let own = attributes.filter { $0.name == "class" }
      .flatMap { $0.value.split(separator: " ").map(String.init) }
    return children.reduce(into: Set(own)) { $0.formUnion($1.classes) }
  }
}

/// Text between words of markup: `["Ranks by ", .element(metric), "."]`.
extension Element.Node: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .text(text) }
}

// MARK: - SVG

extension Element {
  /// The element as SVG text: one element a line, so that a diff reads; leaves stay on one line.
  package var rendered: String {
    var output = ""
    render(into: &output)
    return output
  }

  private func render(into output: inout String) {
    begin(into: &output)
    guard !content.isEmpty else {
      output += "/>"
      return
    }
    output += ">"
    let isLeaf = children.allSatisfy { $0.children.isEmpty && $0.name == "title" }
    for node in content {
      switch node {
      case .text(let text): output += escaped(text)
      case .code(let code): output += code.text
      case .element(let child):
        if !isLeaf { output += "\n" }
        child.render(into: &output)
      }
    }
    if !isLeaf { output += "\n" }
    output += "</\(name)>"
  }

  /// The start tag but for its end.
  func begin(into output: inout String) {
    output += "<" + name
    for attribute in attributes {
      output += " \(attribute.name)=\"\(escaped(attribute.value))\""
    }
  }
}
