import ArgumentParser
import Statistics
import Tables
import Warehouse

struct Compare: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Compare two frameworks over the datasets that both finished.",
    discussion: """
      Says who is better, by how much and how surely, with every number that may be asked for: shifts \
      with intervals, wins and losses, p values, effects and Bayesian probabilities. A dataset counts \
      once, by the mean over its seeds and folds; datasets that only one of both finished are left out, \
      unless --impute says otherwise, and named. Where there are several seeds or folds, each dataset is \
      also judged by these, and --test hierarchical by those of all datasets together.

      Examples: benchdb compare tpot flaml --metric auc
                benchdb compare tpot tpot --against amlb-2021 --test bayes --rope 0.01
      """)

  @Argument(help: "A framework.")
  var first: String

  @Argument(help: "The framework it is compared with.")
  var second: String

  @Option(help: ArgumentHelp("Take the second's scores from this source.", valueName: "source"))
  var against: String?

  @OptionGroup var subject: SubjectOptions

  @Option(help: "The test that decides.")
  var test = Judge.wilcoxon

  @OptionGroup var level: LevelOptions

  @Option(help: "What counts as practically equal in the Bayesian tests.")
  var rope = 0.0

  @Option(help: "What a missing score is: drop, worst or reference.")
  var impute = Imputation.drop

  @Option(
    help: ArgumentHelp(
      "Write the draws of the Bayesian test, points of a triangle, as CSV.", valueName: "file"))
  var posterior: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard first != second || (against != nil && against != subject.source) else {
      throw ValidationError(
        "\(first) is compared with itself; name another, or with --against another source")
    }
    guard rope >= 0, rope.isFinite else {
      throw ValidationError("--rope is a number from 0, not \(rope)")
    }
    guard posterior == nil || test == .bayes || test == .hierarchical else {
      throw ValidationError("--posterior needs --test bayes or --test hierarchical")
    }
  }

  func run(in session: Session) throws {
    let comparison = try comparison(in: session)
    if let posterior {
      try File.write(posterior, replacing: common.force) {
        try $0(comparison.posterior.formatted(.csv))
      }
      session.note("wrote \(posterior)")
    }
    let output = Output(session)
    switch try output.format().name {
    case TableFormat.json.name: try output.text(comparison.json())
    case TableFormat.markdown.name: try output.report(comparison.report)
    default:
      session.note(comparison.verdict)
      try output.print(comparison.table)
      comparison.notes.forEach(session.note)
    }
  }

  private func comparison(in session: Session) throws -> Comparison {
    let store = try session.store()
    let library = session.library(store)
    let pairing = try Pairing(first, second, against: against, subject, in: store, library)
    return try Comparison(
      pairing, try PairedScores(pairing, impute, in: store, library),
      folds: try pairing.folds(in: store, library), alpha: level.alpha, rope: rope, judge: test,
      rule: impute)
  }
}

extension Judge: ExpressibleByArgument {}
