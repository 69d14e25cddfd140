package import Tables

/// What an analysis found, in the order a person reads it.
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
  package var sentences: [String]
  package var table: Table?

  package init(_ heading: String, sentences: [String] = [], table: Table? = nil) {
    self.heading = heading
    self.sentences = sentences
    self.table = table
  }
}

extension Report {
  /// The report as text, its tables printed in `format`.
  ///
  /// Headings are marked as in Markdown, so that with the format `markdown` the text is a document.
  package func text(_ format: TableFormat, options: DisplayOptions = DisplayOptions()) -> String {
    let parts = ["# \(title)\n"] + sections.map { $0.text(format, options: options) }
    return parts.joined(separator: "\n")
  }
}

extension Section {
  fileprivate func text(_ format: TableFormat, options: DisplayOptions) -> String {
    var parts = ["## \(heading)\n"]
    parts += sentences.map { "\($0)\n" }
    if let table, !table.rows.isEmpty { parts.append(table.formatted(format, options: options)) }
    return parts.joined(separator: "\n")
  }
}
