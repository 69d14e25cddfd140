import ArgumentParser

/// A command with two faces: typed at a command line, or after a dot at the prompt.
protocol Verb: ParsableCommand {
  var common: CommonOptions { get }

  /// Does it; whatever it throws becomes text and an exit code in `Failure`.
  func run(in session: Session) throws
}

extension Verb {
  func run() throws {
    try run(in: Session.current.with(common))
  }
}
