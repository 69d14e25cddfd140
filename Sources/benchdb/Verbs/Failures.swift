import ArgumentParser
import Tables
import Warehouse

struct Failures: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Show what runs failed of.",
    discussion: """
      Rules in the table failure_rules give a message its class; edit them with SQL.

      Example: benchdb failures --by class
      """)

  enum Key: String, ExpressibleByArgument, CaseIterable {
    case `class`, framework, dataset
  }

  @Option(help: "Count by class, framework or dataset; else by framework and class with messages.")
  var by: Key?

  @Flag(help: "End with 1 if any run failed.")
  var exitCode = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let store = try session.store()
    let query = try session.library(store).query(by.map { "failures-by-\($0)" } ?? "failures")
    let table = try store.table(query.sql, bindings: try query.bindings())
    try Output(session).print(table)
    if exitCode, !table.rows.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
  }
}
