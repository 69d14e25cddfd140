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
    if missing > 0 { session.note(try sentence(Int(missing), in: store)) }
    if exitCode, missing > 0 { throw ExitCode(ExitStatus.no.rawValue) }
  }

  /// Missing is also what a source was expected to run and nobody has planned: that is in no list.
  private func sentence(_ missing: Int, in store: Store) throws -> String {
    let listed = try store.table("SELECT count(*) FROM missing").rows.first?[0].number ?? 0
    let words = "\(grouped(missing)) tasks are missing; \"benchdb query missing\" lists "
    return Int(listed) >= missing
      ? words + "them" : words + "the \(grouped(Int(listed))) that were planned or tried"
  }
}
