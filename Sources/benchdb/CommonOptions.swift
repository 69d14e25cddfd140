import ArgumentParser
import Tables

/// The options that every verb takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The warehouse; else BENCHDB_DB, else ./bench.db.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("The configuration; else ./batch.config.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      """
      How to print tables: auto (a box on a terminal, TSV in a pipe), \
      \(TableFormat.all.map(\.name).joined(separator: ", ")).
      """,
      valueName: "format"))
  var format = "auto"

  @Option(name: [.short, .long], help: ArgumentHelp("Write data to a file.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the output file if it exists.")
  var force = false

  @Flag(name: [.customShort("q"), .long], help: "Say nothing but errors.")
  var quiet = false

  @Flag(inversion: .prefixedNo, help: "Colour what a terminal shows.")
  var color: Bool?
}
