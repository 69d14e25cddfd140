import ArgumentParser
import Foundation
import Tables

/// Where the program begins and ends: signals, arguments, the exit code.
@main
enum Main {
  static func main() {
    Sink.reserveStreams()
    // A reader that has seen enough, as `head` does, ends us without a word.
    signal(SIGPIPE, SIG_DFL)
    exit(run(Array(CommandLine.arguments.dropFirst()), in: .process))
  }

  /// Runs one command line in `session` and says on the error stream why it did not end well.
  ///
  /// The prompt calls this too, with the words of a dot command and the session that is open.
  static func run(_ arguments: [String], in session: Session) -> Int32 {
    do {
      try refuseUnknownVerb(arguments.first)
      var command = try BenchDB.parseAsRoot(arguments)
      try Session.$current.withValue(session) { try command.run() }
      return ExitStatus.done.rawValue
    } catch {
      return report(error, in: session)
    }
  }

  /// A better word than the parser's for a verb that was mistyped.
  private static func refuseUnknownVerb(_ word: String?) throws {
    let names = Verbs.names
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let meant = suggestion(for: word, among: names)
    throw Failure(
      .usage,
      "no command \"\(word)\""
        + (meant.map { "; did you mean \($0)?" }
          ?? ". \"benchdb --help\" lists them."))
  }

  private static func report(_ error: any Error, in session: Session) -> Int32 {
    if let failure = Failure(error) {
      session.say(failure.text)
      return failure.status.rawValue
    }
    let text = BenchDB.fullMessage(for: error)
    let code = BenchDB.exitCode(for: error)
    guard code != .success else {
      do {
        try session.write(text.hasSuffix("\n") ? text : text + "\n")
      } catch {
        return report(error, in: session)
      }
      return code.rawValue
    }
    if !text.isEmpty { session.say(Failure.lowered(text)) }
    return code.rawValue
  }
}
