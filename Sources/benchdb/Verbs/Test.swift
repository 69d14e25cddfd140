import ArgumentParser
import Statistics
import Tables
import Warehouse

struct Test: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run a statistical test over frameworks and datasets.",
    discussion: """
      \(hypotheses.map { "\($0.name): \($0.help)" }.joined(separator: "\n\n"))

      Examples: benchdb test friedman --metric auc
                benchdb test wilcoxon --input scores.csv --block task --treatment model
      """)

  @Argument(
    help: "\(hypotheses.map { $0.name }.joined(separator: ", ")).",
    completion: .list(hypotheses.map { $0.name }))
  var name: String

  @OptionGroup var subject: SubjectOptions

  @OptionGroup var level: LevelOptions

  @Option(help: "What counts as practically equal, where the test can say that.")
  var rope: Double?

  @Option(help: "The framework whose score counts as 0, in ratings.")
  var reference: String?

  @Option(help: "The score without error, in ratings, where the metric's is not known.")
  var perfect: Double?

  @Option(help: "What a missing score of the warehouse is: drop, worst or reference.")
  var impute: Imputation?

  @Flag(help: "Test each pair on the datasets that both finished, not on those that all did.")
  var pairwise = false

  @Option(help: "A stored query to test instead of the warehouse's mean scores.")
  var query: String?

  @Option(help: ArgumentHelp("A CSV file to test instead; - is standard input.", valueName: "file"))
  var input: String?

  @Option(help: "The column that names blocks (datasets).")
  var block = "dataset"

  @Option(help: "The column that names treatments (frameworks).")
  var treatment = "framework"

  @Option(help: "The column that holds scores.")
  var value = "value"

  @Option(help: "Which scores are better, higher or lower, where the data does not say.")
  var better: Direction?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let rope, !(rope >= 0 && rope.isFinite) {
      throw ValidationError("--rope is a number from 0, not \(rope)")
    }
    guard impute == nil || input == nil else {
      throw ValidationError("--impute is for the warehouse's scores, not those of a file")
    }
    guard input == nil || subject.parameters.isEmpty else {
      throw ValidationError(
        "--metric, --source and --budget choose scores of the warehouse, not of a file")
    }
  }

  func run(in session: Session) throws {
    guard let test = hypotheses.first(where: { $0.name == name }) else {
      let meant = suggestion(for: name, among: hypotheses.map { $0.name })
      throw Failure(
        .noInput, "no test \"\(name)\"" + (meant.map { "; did you mean \($0)?" } ?? "."))
    }
    try refuse(test)
    let scores = try scores(for: test, in: session)
    let imputed = ImputedScores(scores, framework: treatment)
    let finding: Finding
    do {
      finding = try self.finding(of: test, scores, in: session)
    } catch let error as StatisticsError where error.isOfMalformedData && input != nil {
      throw Failure(.malformedInput, "\(input ?? "") is not as it should be: \(error).")
    }
    if impute == .reference { try warnWithoutReference(in: session) }
    try Output(session).print(imputed.mark(finding.table))
    session.note(finding.sentence)
    imputed.words(impute?.words).map(session.note)
  }

  /// - Throws: what was asked for and `test` cannot do.
  private func refuse(_ test: any Hypothesis.Type) throws {
    let knowsRope = test is any RopeHypothesis.Type || test is any FoldHypothesis.Type
    guard rope == nil || knowsRope else {
      throw Failure(.usage, "\(name) knows no rope; bayes and hierarchical do.")
    }
    guard reference == nil && perfect == nil || test is any YardstickHypothesis.Type else {
      throw Failure(
        .usage, "\(name) compares frameworks alone; ratings takes --reference and --perfect.")
    }
    guard !pairwise || test is any PairHypothesis.Type else {
      let names = hypotheses.filter { $0 is any PairHypothesis.Type }.map { $0.name }
      throw Failure(
        .usage,
        "\(name) takes complete datasets; --pairwise is for \(names.joined(separator: ", ")).")
    }
    guard impute == nil || impute == .drop || !(test is any FoldHypothesis.Type) else {
      throw Failure(.usage, "\(name) takes measured folds only; leave out --impute.")
    }
  }

  private func finding(
    of test: any Hypothesis.Type, _ scores: Table, in session: Session
  ) throws -> Finding {
    let better = try better ?? stated(by: scores) ?? .higher
    if let test = test as? any FoldHypothesis.Type {
      let folds = try Folds(
        scores, block: block, treatment: treatment, value: value, better: better)
      return try test.run(on: folds, alpha: level.alpha, rope: rope ?? 0)
    }
    let blocks = try Blocks(
      scores, block: block, treatment: treatment, value: value, better: better)
    if pairwise, let test = test as? any PairHypothesis.Type {
      return try test.run(pairwise: blocks, alpha: level.alpha)
    }
    if !test.takesIncomplete { warn(of: blocks, in: session) }
    if let test = test as? any FeatureHypothesis.Type {
      let features = try Features(
        scores, block: block, besides: [treatment, value, "scores", "imputed", "dataset_id"])
      return try test.run(on: blocks, features, alpha: level.alpha)
    }
    if let test = test as? any YardstickHypothesis.Type {
      return try test.run(
        on: blocks, alpha: level.alpha, perfect: try perfect ?? best(of: scores, in: session),
        reference: reference)
    }
    if let test = test as? any RopeHypothesis.Type {
      return try test.run(on: blocks, alpha: level.alpha, rope: rope ?? 0)
    }
    return try test.run(on: blocks, alpha: level.alpha)
  }

  /// The scores to test: of a file, of a query, or the warehouse's means or folds.
  private func scores(for test: any Hypothesis.Type, in session: Session) throws -> Table {
    if let input {
      let text = try Table(csv: Array(try session.read(input).utf8))
      return Table(
        columns: text.columns,
        rows: text.rows.map { row in row.map { $0.string.map(Value.init(reading:)) ?? $0 } })
    }
    let store = try session.store()
    let library = session.library(store)
    if query == nil { _ = try Subject.all(in: store, library, subject) }
    let stored = try library.query(query ?? warehouseScores(for: test))
    var given = subject.parameters
    given["impute"] = impute?.rawValue
    if test is any FoldHypothesis.Type, query == nil { given["impute"] = nil }
    return try store.table(stored.sql, bindings: try stored.bindings(given))
  }

  /// The stored query of what `test` takes.
  private func warehouseScores(for test: any Hypothesis.Type) -> String {
    switch test {
    case is any FoldHypothesis.Type: "fold-scores"
    case is any FeatureHypothesis.Type: "feature-scores"
    default: "scores"
    }
  }

  /// The direction a table states in a column of that name.
  ///
  /// - Throws: `Failure` where it states two: ranks over them would mean nothing.
  private func stated(by table: Table) throws -> Direction? {
    guard let column = try? table.column("direction") else { return nil }
    let words = Set(column.compactMap(\.string))
    guard words.count < 2 else {
      throw Failure(
        .malformedInput, "the scores are of metrics whose better ones are higher and lower.")
    }
    return words.first.flatMap(Direction.init(rawValue:))
  }

  /// The best score that the metric of the warehouse's scores has; nil where there is none.
  private func best(of scores: Table, in session: Session) throws -> Double? {
    guard input == nil, let metric = try? scores.column("metric").first?.string else { return nil }
    let sql = "SELECT best FROM metrics WHERE name = :metric"
    return try session.store().table(sql, bindings: ["metric": .text(metric)]).rows.first?[0].number
  }

  private func warnWithoutReference(in session: Session) throws {
    let sql = "SELECT 1 FROM frameworks JOIN cells ON framework_id = id WHERE baseline = 1 LIMIT 1"
    guard try session.store().table(sql).rows.isEmpty else { return }
    session.warn("no framework here is a reference, so that nothing was imputed")
  }

  private func warn(of blocks: Blocks, in session: Session) {
    guard !blocks.incomplete.isEmpty else { return }
    let all = blocks.names.count + blocks.incomplete.count
    session.warn(
      """
      the test uses the \(counted(blocks.names.count, "dataset")) that all \(blocks.treatments.count) \
      frameworks finished, of \(all). ("benchdb query coverage" lists the gaps)
      """)
  }
}

extension Direction: ExpressibleByArgument {}

extension Value {
  /// A typed value as someone wrote it: `null`, an integer, a real, else text.
  fileprivate init(reading text: String) {
    if text == "null" {
      self = .null
    } else if let integer = Int64(text) {
      self = .integer(integer)
    } else if let real = Double(text) {
      self = .real(real)
    } else {
      self = .text(text)
    }
  }
}
