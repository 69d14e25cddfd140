package import Tables

/// What an analysis found, in the order a person reads it.
///
/// One model with two forms: ``text(_:options:)`` for terminals and Markdown, and
/// ``html(theme:sha256:)``, a page.
package struct Report: Sendable, Equatable {
  package var title: String
  package var sections: [Section]

  package init(title: String, sections: [Section] = []) {
    self.title = title
    self.sections = sections
  }
}

/// One step of a report: what was done, in sentences, and its numbers.
package struct Section: Sendable, Equatable {
  package var heading: String
  package var blocks: [Block]
  /// What leads to the section from elsewhere in a page.
  package var id: String

  package init(_ heading: String, id: String? = nil, blocks: [Block]) {
    self.heading = heading
    self.blocks = blocks
    self.id = id ?? anchor(heading)
  }

  /// A section of sentences and a table, of which one without rows is left out.
  package init(_ heading: String, sentences: [String] = [], table: Table? = nil) {
    var blocks = sentences.map(Block.paragraph)
    if let table, !table.rows.isEmpty {
      blocks.append(.table(DataTable(heading, id: anchor(heading) + "-table", table)))
    }
    self.init(heading, blocks: blocks)
  }
}

extension Report {
  /// The report as text, its tables printed in `format`.
  ///
  /// Headings are marked as in Markdown, so that with the format `markdown` the text is a document; then
  /// nothing in it but the marks of ours is markup.
  package func text(_ format: TableFormat, options: DisplayOptions = DisplayOptions()) -> String {
    let writer = TextWriter(format: format, options: options)
    let parts = ["# \(writer.words(title))\n"] + sections.map(writer.text)
    return parts.joined(separator: "\n")
  }
}
