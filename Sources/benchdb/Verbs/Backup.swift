import ArgumentParser
import Warehouse

struct Backup: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Copy the warehouse into a file, even while it is written to.",
    discussion: "Example: benchdb backup monday.db")

  @Argument(help: ArgumentHelp("The copy.", valueName: "file"))
  var file: String

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    try session.store().backUp(to: file)
    session.note("copied \(session.path) to \(file)")
  }
}
