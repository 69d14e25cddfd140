package import Markup

/// A picture as SVG text, with the words that stand for it where it cannot be seen.
package struct Figure: Sendable, Equatable {
  /// The finding, as it heads the picture.
  package let title: String
  /// What a reader would say aloud of it, with the numbers.
  package let description: String
  /// A whole SVG document: no script, no font, no outside reference. The same table gives the same bytes.
  package let svg: String
  /// The same picture without rules for its colours, to stand in a page that has those of
  /// ``pageStyle(for:)``.
  package let element: Element
}
