/// An element of an answer that is small: its text and what is in it.
package struct XMLElement: Sendable, Equatable {
  package var name: String
  /// The text directly within it.
  package var text = ""
  package var children: [XMLElement] = []

  init(_ name: String) {
    self.name = name
  }

  /// The root of a document.
  package static func parse(_ bytes: [UInt8]) throws(XMLReader.Fault) -> XMLElement {
    var reader = XMLReader(bytes)
    var open: [XMLElement] = []
    while let piece = try reader.next() {
      switch piece {
      case .start: open.append(XMLElement(reader.elementName))
      case .text: open[open.count - 1].text += try reader.decodedText()
      case .end:
        let ended = open.removeLast()
        if open.isEmpty {
          // What follows may only be comments and spaces.
          while try reader.next() != nil {}
          return ended
        }
        open[open.count - 1].children.append(ended)
      }
    }
    throw XMLReader.Fault("the answer is empty")
  }

  /// The first child of that name.
  package func first(_ name: String) -> XMLElement? {
    children.first { $0.name == name }
  }

  /// The children of that name, in their order.
  package func all(_ name: String) -> [XMLElement] {
    children.filter { $0.name == name }
  }

  /// The text of the element that the names lead to.
  package func text(_ path: String...) -> String? {
    path.reduce(XMLElement?.some(self)) { $0?.first($1) }?.text
  }
}
