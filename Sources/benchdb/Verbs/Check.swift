import ArgumentParser
import Tables
import Warehouse

struct Check: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Check that the warehouse is whole and consistent.",
    discussion: """
      Checks the file's structure, its references, and that what the leaderboard reads agrees with \
      the runs.
      """)

  @Flag(help: "Reckon anew what the leaderboard reads.")
  var repair = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let store = try session.store(repair ? .readWrite : .readOnly)
    if repair {
      let cells = try store.reckonCells()
      session.note("reckoned \(grouped(cells)) cells anew")
    }
    let faults = try store.faults()
    try Output(session).print(faults)
    guard faults.rows.isEmpty else {
      throw Failure(.no, "\(session.path) has \(faults.rows.count) faults.")
    }
    session.note("\(session.path) is whole")
  }
}
