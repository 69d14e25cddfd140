import ArgumentParser
import Foundation
import Tables
import Warehouse

struct Query: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run a stored query or SQL, and print what it gives.",
    discussion: """
      A single word names a stored query; anything else is SQL.

      Examples: benchdb query leaderboard -p metric=auc
                benchdb query "SELECT framework, f1 FROM results" --format csv -o f1.csv
      """)

  @Argument(help: ArgumentHelp("A stored query's name, or SQL.", valueName: "name-or-sql"))
  var words: [String] = []

  @Option(name: [.customShort("p"), .long], help: "A parameter of the stored query, NAME=VALUE.")
  var param: [String] = []

  @Option(help: ArgumentHelp("Run the SQL in a file; - is standard input.", valueName: "file"))
  var file: String?

  @Flag(help: "Print the SQL and its plan instead of running it.")
  var explain = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard words.allSatisfy(\.isEmpty) != (file == nil) else {
      throw ValidationError("give a stored query's name or SQL, or a --file")
    }
  }

  func run(in session: Session) throws {
    let store = try session.store()
    let (sql, bindings) = try statement(in: session, store)
    if explain { return try explain(sql, on: store, in: session) }
    try Output(session).rows { columns, row in
      try store.run(sql, bindings: bindings, columns: columns, row: row)
    }
  }

  private func statement(
    in session: Session, _ store: Store
  ) throws -> (String, [String: Value]) {
    let given = try parameters()
    if let file {
      return (try session.read(file), given.mapValues(Value.init(literal:)))
    }
    // At the prompt a parameter may follow the name without its -p.
    if let name = words.first, isName(name), words.dropFirst().allSatisfy({ $0.contains("=") }) {
      let query = try session.library(store).query(name)
      let more = try assignments(Array(words.dropFirst()))
      return (query.sql, try query.bindings(given.merging(more) { $1 }))
    }
    return (words.joined(separator: " "), given.mapValues(Value.init(literal:)))
  }

  private func parameters() throws -> [String: String] {
    try assignments(param)
  }

  private func explain(
    _ sql: String, on store: Store, in session: Session
  ) throws {
    session.note(sql.hasSuffix("\n") ? String(sql.dropLast()) : sql)
    let plan = try store.plan(of: sql)
    let isShown = common.output == nil && session.environment.terminalOutput
    try Output(session).text(
      plan.text(unicode: session.environment.unicode, colours: isShown && session.colours))
  }
}

/// Whether `word` can only be a stored query's name.
func isName(_ word: String) -> Bool {
  !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
}

/// `["metric=auc"]` as its names and values.
func assignments(_ words: [String]) throws -> [String: String] {
  var values: [String: String] = [:]
  for word in words {
    guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
      throw Failure(.usage, "\"\(word)\" should read NAME=VALUE.")
    }
    values[String(word[..<sign])] = String(word[word.index(after: sign)...])
  }
  return values
}
