import ArgumentParser
import Tables
import Warehouse

struct Status: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Show how far each source has come and what is missing.",
    discussion: "Example: benchdb status --exit-code")

  @Flag(help: "End with 1 if anything is missing.")
  var exitCode = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let store = try session.store()
    let query = try session.library(store).query("status")
    let table = try store.table(query.sql)
    try Output(session).print(table)
    let missing = try table.column("missing").compactMap(\.number).reduce(0, +)
    if missing > 0 {
      session.note(
        "\(grouped(Int(missing))) tasks are missing; \"benchdb query missing\" lists them")
    }
    if exitCode, missing > 0 { throw ExitCode(ExitStatus.no.rawValue) }
  }
}
