import AWS
import Figures
import Reports
import Tables

extension Report {
  /// The report as a page whose style and script its policy knows by their SHA-256.
  func page(theme: Theme) -> String {
    html(theme: theme) { Digest.base64(Digest.of($0.utf8, by: .sha256)) }
  }

  /// The report as a file of that name holds it: a page, or else Markdown.
  func text(forFile path: String, theme: Theme) -> String {
    TableFormat.forFile(path)?.name == TableFormat.html.name
      ? page(theme: theme) : text(.markdown)
  }
}
