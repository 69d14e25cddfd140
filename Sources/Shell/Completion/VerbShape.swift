/// A verb of the command line and what may follow it, as its own help tells.
package struct VerbShape: Sendable, Equatable {
  package struct Argument: Sendable, Equatable {
    /// `--metric` and its like; empty for a word that stands by its place.
    package var names: [String]
    /// What help calls its value, such as `file`; nil for a flag, which has none.
    package var value: String?
    /// The values there are, where they are few.
    package var values: [String]
    package var help: String
    package var repeats: Bool

    package init(
      names: [String] = [], value: String? = nil, values: [String] = [], help: String = "",
      repeats: Bool = false
    ) {
      self.names = names
      self.value = value
      self.values = values
      self.help = help
      self.repeats = repeats
    }
  }

  package var name: String
  package var help: String
  package var arguments: [Argument]
  package var subcommands: [VerbShape]

  package init(
    _ name: String, help: String = "", arguments: [Argument] = [], subcommands: [VerbShape] = []
  ) {
    self.name = name
    self.help = help
    self.arguments = arguments
    self.subcommands = subcommands
  }
}
