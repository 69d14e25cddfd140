import Figures
import Tables

/// Writes a report as text, or as Markdown.
struct TextWriter {
  let format: TableFormat
  let options: DisplayOptions

  private var isMarkdown: Bool { format.name == TableFormat.markdown.name }

  func text(_ section: Section) -> String {
    (["## \(words(section.heading))\n"] + section.blocks.compactMap(text)).joined(separator: "\n")
  }

  /// Words of a paragraph: no control character gets to a terminal, no markup into Markdown.
  func words(_ text: String) -> String {
    let text = escapingControls(in: text)
    return isMarkdown ? escapedMarkdown(text) : text
  }

  private func text(_ block: Block) -> String? {
    switch block {
    case .paragraph(let words): self.words(words) + "\n"
    case .warning(let words): isMarkdown ? "> **\(self.words(words))**\n" : self.words(words) + "\n"
    case .table(let table): text(table)
    case .picture(let picture): text(picture)
    case .listing(let text): listing(text)
    case .shares(let shares):
      shares.map { "\($0.label) \(grouped($0.count))" }.joined(separator: ", ") + "\n"
    case .folded(let words, let blocks):
      (["### \(self.words(words))\n"] + blocks.compactMap(text)).joined(separator: "\n")
    }
  }

  private func text(_ table: DataTable) -> String {
    let notes = [
      table.hasImputed ? "\(DataTable.Cell.dagger) of scores of which some are imputed.\n" : nil,
      table.note.map { words($0) + "\n" },
    ].compactMap(\.self)
    return ([table.shown.formatted(format, options: options)] + notes).joined(separator: "\n")
  }

  /// A figure in words: its finding, and what to type for it.
  private func text(_ picture: Picture) -> String {
    """
    ### \(words(picture.title))

    \(words(picture.figure.description))

    \(listing(picture.command))
    """
  }

  /// Text as it is, in a fence longer than any within.
  private func listing(_ text: String) -> String {
    let body = escapingControls(in: text, keeping: ["\n", "\t"])
    guard isMarkdown else { return body + "\n" }
    let longest = body.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(body)\n\(fence)\n"
  }
}
