import ArgumentParser

struct Completions: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Print a completion script for a shell.",
    discussion: """
      Example: benchdb completions bash > ~/.local/share/bash-completion/completions/benchdb
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let script = CompletionShell(rawValue: shell.rawValue).map(BenchDB.completionScript(for:))
    try Output(session).text((script ?? "") + "\n")
  }
}
