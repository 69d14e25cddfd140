import ArgumentParser
import Tables

struct Config: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Show the configuration in force.",
    discussion: """
      A flag beats a BENCHDB_ variable, which beats batch.config, which beats batch.config.default, \
      which beats what benchdb carries. Secrets are masked.

      Example: benchdb config --show-origin
      """)

  @Flag(help: "Say where each value comes from.")
  var showOrigin = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let settings = try session.configuration().settings
    let table = Table(
      columns: showOrigin ? ["key", "value", "origin"] : ["key", "value"],
      rows: settings.map { setting in
        let row: [Value] = [.text(setting.key.rawValue), setting.shown]
        return showOrigin ? row + [.text(setting.origin)] : row
      })
    try Output(session).print(table)
  }
}
