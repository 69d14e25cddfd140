import ArgumentParser
import Figures
import Foundation
import Reports
import Tables
import Warehouse

struct WriteReport: Verb {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page that says who won, by how much, how surely, and what is missing.",
    discussion: """
      One HTML file without any link to the network: verdict, coverage, leaderboard, figures, failures, \
      every dataset, methods with references, and where each number comes from. A stored query whose \
      header has a "figure" line and a "report" line adds a figure, a file in ./queries too. \
      docs/report.md says how to read it.

      Examples: benchdb report --open
                benchdb report --metric auc --impute reference -o auc.html
                benchdb report -o report.md
      """)

  @OptionGroup var subject: SubjectOptions

  @OptionGroup var level: LevelOptions

  @Option(help: "What a missing score is: drop, worst or reference.")
  var impute = Imputation.drop

  @Option(help: "The colours it opens with: auto, light or dark.")
  var theme = Theme.auto

  @Flag(help: "Show it in the browser.")
  var open = false

  @Flag(help: "Say when it was made; without this the same data gives the same bytes.")
  var stamp = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let form = try form()
    // What cannot be written need not be computed.
    if let path = path(in: session), path != "-" {
      try File.refuse(path, replacing: common.force)
    }
    let store = try session.store()
    let report = try Report(of: evidence(in: store, session.library(store)))
    let text =
      switch form {
      case .html: report.page(theme: theme)
      case .markdown: report.text(.markdown)
      }
    var options = common
    options.output = path(in: session)
    try Output(session.with(options)).text(text)
    if let path = options.output, path != "-" {
      session.note("\(path): \(report.summary)")
      if open, (try? session.view(path)) == nil {
        session.warn("nothing here opens \(path)")
      }
    }
  }

  // MARK: The file

  private enum Form { case html, markdown }

  /// What is asked for by `--format`, else by the ending of the file's name, else a page.
  private func form() throws -> Form {
    let ending = common.output.flatMap { TableFormat.forFile($0)?.name ?? fileEnding($0) }
    let format = common.format == "auto" ? ending ?? "html" : common.format
    switch format {
    case "html": return .html
    case "markdown": return .markdown
    default:
      throw ValidationError("a report is written as html or markdown, not \(format)")
    }
  }

  /// What follows the dot in the name of a file; nil without one.
  private func fileEnding(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? name.split(separator: ".").last.map(String.init) : nil
  }

  /// Where it goes: a person at a terminal gets a file, a pipe the page itself.
  private func path(in session: Session) -> String? {
    common.output ?? (session.environment.terminalOutput || open ? "report.html" : nil)
  }

  private func evidence(in store: Store, _ library: QueryLibrary) throws -> Evidence {
    let found = try Subject.all(in: store, library, subject)[0]
    var search = EvidenceSearch(
      found, alpha: level.alpha, rule: impute, in: store, library)
    return try search.evidence(made: stamp ? Date() : nil)
  }
}
