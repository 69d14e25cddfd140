import ArgumentParser
import Figures
import Foundation
import Reports
import Statistics
import Tables
import Warehouse

struct RunAnalysis: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run the whole analysis: what is missing, scores, tests, figures.",
    discussion: """
      Every stored query whose header has an "analysis" line is part of it, in the order of their \
      numbers, a file in ./queries too. docs/analysis.md says what is done and why.

      Examples: benchdb run-analysis --figures figures
                benchdb run-analysis --metric auc --impute reference --report auc.md
      """)

  @OptionGroup var subject: SubjectOptions

  @OptionGroup var level: LevelOptions

  @Option(
    help: "The test of pairs after Friedman's: \(PostHoc.allValueStrings.joined(separator: ", ")).")
  var postHoc = PostHoc.nemenyi

  @Option(help: "What a missing score is: drop, worst or reference.")
  var impute: Imputation?

  @Flag(help: "Drop runs and take |R2| as the original did.")
  var asOriginal = false

  @Option(help: ArgumentHelp("Draw the figures into a folder.", valueName: "dir"))
  var figures: String?

  @Option(
    help: ArgumentHelp("Write the analysis as Markdown, or as a page (.html).", valueName: "file"))
  var report: String?

  @OptionGroup var look: LookOptions

  @OptionGroup var common: CommonOptions

  enum PostHoc: String, ExpressibleByArgument, CaseIterable {
    case nemenyi, holm, wilcoxon
  }

  func validate() throws {
    guard !asOriginal || impute == nil else {
      throw ValidationError("--as-original is a rule of its own; leave out --impute")
    }
  }

  func run(in session: Session) throws {
    let store = try session.store()
    let analysis = try Analysis(
      of: store, session.library(store), subject, rule: asOriginal ? "original" : rule.rawValue)
    analysis.asides.forEach(session.note)
    let report = Report(title: analysis.title, sections: try sections(of: analysis))
    try Output(session).report(report)
    if let path = self.report {
      try File.write(path, replacing: common.force) {
        try $0(report.text(forFile: path, theme: look.theme))
      }
      session.note("wrote \(path)")
    }
    if let figures { try draw(analysis, store, into: figures, in: session) }
  }

  private func sections(of analysis: Analysis) throws -> [Section] {
    let tables = try analysis.tables().map { query, table in
      Section(
        query.title, sentences: query.name == "analysis-scores" ? [sentence(words)] : [],
        table: table)
    }
    return try tables + analysis.metrics.flatMap { try tests(of: $0, in: analysis) }
  }

  private var rule: Imputation { impute ?? .drop }

  /// What became of missing scores, in words.
  private var words: String {
    asOriginal
      ? "a dataset and seed that any framework missed are left out, as the original did"
      : rule.words
  }

  /// Friedman's test and the test of pairs over the mean scores of `metric`, or why there is none.
  private func tests(of metric: String, in analysis: Analysis) throws -> [Section] {
    let heading = "Do frameworks differ in \(metric)?"
    do {
      let (blocks, imputed) = try analysis.blocks(of: metric)
      let omnibus = try Friedman.run(on: blocks, alpha: level.alpha)
      var sections = [
        Section(
          heading,
          sentences: [sentence(omnibus.sentence)] + left(out: blocks)
            + (imputed.words(nil).map { [sentence($0)] } ?? []), table: imputed.mark(omnibus.table))
      ]
      if let test = hypotheses.first(where: { $0.name == postHoc.rawValue }) {
        let pairs = try test.run(on: blocks, alpha: level.alpha)
        sections.append(
          Section(
            "Which pairs differ in \(metric)? (\(test.title))",
            sentences: [sentence(pairs.sentence)],
            table: imputed.mark(pairs.table)))
      }
      return sections
    } catch let error as StatisticsError {
      return [Section(heading, sentences: [sentence("no test: \(error.description)")])]
    }
  }

  private func left(out blocks: Blocks) -> [String] {
    guard !blocks.incomplete.isEmpty else { return [] }
    let all = blocks.names.count + blocks.incomplete.count
    return [
      """
      Ranks use the \(blocks.names.count) datasets that all \(blocks.treatments.count) frameworks \
      finished, of \(all).
      """
    ]
  }

  private func draw(
    _ analysis: Analysis, _ store: Store, into folder: String, in session: Session
  ) throws {
    try File.makeFolder(folder)
    let frameworks = try store.frameworks()
    for (query, name, table) in try analysis.figures() {
      do {
        let drawing = try Drawing(of: query, look: look, frameworks: frameworks)
        let figure = try drawing.figure(
          table, imputation: asOriginal || rule != .drop ? words : nil, alpha: level.alpha)
        try File.write("\(folder)/\(name).svg", replacing: true) { try $0(figure.svg) }
        session.note("\(folder)/\(name).svg: \(figure.title)")
      } catch FigureError.tooLittle(let reason) {
        session.note("\(name) is not drawn: \(reason)")
      }
    }
  }
}
