/// A node of an SVG document: a name, attributes in the order given, and children or text.
package struct Element: Sendable, Equatable {
  package var name: String
  package var attributes: [Attribute] = []
  package var children: [Element] = []
  package var text: String?

  package struct Attribute: Sendable, Equatable {
    package var name: String
    package var value: String
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    self.text = text
  }

  /// The element with `children` after those it has.
  package func containing(_ children: [Element]) -> Element {
    var copy = self
    copy.children += children
    return copy
  }

  /// The element with a `<title>`, which browsers show as a tooltip; nil leaves it as it is.
  package func described(_ tooltip: String?) -> Element {
    tooltip.map { containing([Element("title", text: $0)]) } ?? self
  }

  /// The class names used here and below.
  package var classes: Set<String> {
    let own = attributes.filter { $0.name == "class" }
      .flatMap { $0.value.split(separator: " ").map(String.init) }
    return children.reduce(into: Set(own)) { $0.formUnion($1.classes) }
  }
}

extension Element {
  /// The element as SVG text: one element a line, so that a diff reads; leaves stay on one line.
  package var rendered: String {
    var output = ""
    render(into: &output)
    return output
  }

  private func render(into output: inout String) {
    output += "<" + name
    for attribute in attributes {
      output += " \(attribute.name)=\"\(escaped(attribute.value))\""
    }
    guard text != nil || !children.isEmpty else {
      output += "/>"
      return
    }
    output += ">"
    if let text { output += name == "style" ? text : escaped(text) }
    let isLeaf = children.allSatisfy { $0.children.isEmpty && $0.name == "title" }
    for child in children {
      if !isLeaf { output += "\n" }
      child.render(into: &output)
    }
    if !isLeaf { output += "\n" }
    output += "</\(name)>"
  }
}
