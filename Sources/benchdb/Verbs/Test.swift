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

  @Option(help: "What a missing score is: drop, worst or reference.")
  var impute = Imputation.drop

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

  func run(in session: Session) throws {
    guard let test = hypotheses.first(where: { $0.name == name }) else {
      let meant = suggestion(for: name, among: hypotheses.map { $0.name })
      throw Failure(
        .noInput, "no test \"\(name)\"" + (meant.map { "; did you mean \($0)?" } ?? "."))
    }
    let blocks = try blocks(in: session)
    warn(of: blocks, in: session)
    let finding = try test.run(on: blocks, alpha: level.alpha)
    try Output(session).print(finding.table)
    session.note(finding.sentence)
  }

  private func blocks(in session: Session) throws -> Blocks {
    let table = try scores(in: session)
    return try Blocks(
      table, block: block, treatment: treatment, value: value,
      better: better ?? (try stated(by: table)) ?? .higher)
  }

  /// The scores to test: of a file, of a query, or the warehouse's means.
  private func scores(in session: Session) throws -> Table {
    if let input {
      let text = try Table(csv: Array(try session.read(input).utf8))
      return Table(
        columns: text.columns,
        rows: text.rows.map { row in row.map { $0.string.map(Value.init(reading:)) ?? $0 } })
    }
    let store = try session.store()
    let library = session.library(store)
    if query == nil { _ = try Subject.all(in: store, library, subject) }
    let stored = try library.query(query ?? "scores")
    var given = subject.parameters
    if query == nil { given["impute"] = impute.rawValue }
    return try store.table(stored.sql, bindings: try stored.bindings(given))
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

  private func warn(of blocks: Blocks, in session: Session) {
    guard !blocks.incomplete.isEmpty else { return }
    let all = blocks.names.count + blocks.incomplete.count
    session.warn(
      """
      the test uses the \(blocks.names.count) datasets that all \(blocks.treatments.count) \
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
