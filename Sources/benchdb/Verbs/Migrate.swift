import ArgumentParser
import Warehouse

struct Migrate: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Bring a warehouse from an older benchdb up to date, after a backup.",
    discussion: "Any command does this by itself; this one does nothing else.")

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let store = try session.store(.readWrite)
    if store.backup == nil { session.note("\(session.path) is up to date") }
  }
}
