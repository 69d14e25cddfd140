import ArgumentParser
import Foundation
import Shell
import Tables
import Warehouse

struct Repl: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Open a prompt for SQL, stored queries and every verb.",
    discussion: """
      A statement ends with a semicolon; .help lists the commands. Without a terminal it reads a \
      script from standard input and stops at the first error.

      Examples: benchdb repl
                benchdb repl -c "SELECT count(*) FROM runs"
                benchdb repl < script.sql
      """)

  @Flag(help: "Allow changes; the prompt shows it.")
  var write = false

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp("Run the SQL and commands in a file first.", valueName: "file"))
  var initFile: String?

  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run SQL or a dot command, then leave.", valueName: "command"))
  var commands: [String] = []

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    guard session.opened == nil else { throw Failure(.usage, "a prompt is open already.") }
    _ = try TableFormat.named(common.format, onTerminal: true)
    if let output = common.output { try File.refuse(output, replacing: common.force) }
    let repl = try REPL(
      session.world, access: write ? .readWrite : .readOnly, mode: common.format,
      output: common.output)
    let begun = try initFile.map { repl.perform(try session.read($0), source: $0) } ?? 0
    let status = begun == 0 ? hold(repl, in: session) : begun
    if status != 0 { throw ExitCode(status) }
  }

  private func hold(_ repl: REPL, in session: Session) -> Int32 {
    if !commands.isEmpty {
      for command in commands {
        let status = repl.perform(command)
        if status != 0 { return status }
      }
      return 0
    }
    guard session.environment.terminalInput, session.environment.terminalOutput else {
      return repl.follow { readLine() }
    }
    let access = write ? "open for writing" : "read-only"
    session.note(
      "benchdb \(BenchDB.version), \(session.path), \(access). .help lists the commands.")
    if session.environment["TERM"] == "dumb" { return repl.converse { readLine() } }
    return repl.converse(at: Terminal(), history: History(file: session.historyFile))
  }
}

extension Session {
  fileprivate var historyFile: String { environment.stateFolder + "/history" }

  /// What the prompt needs of the outside.
  fileprivate var world: ShellWorld {
    let start = ContinuousClock.now
    let used = VerbStore()
    return ShellWorld(
      open: { try store($0) }, verbs: Verbs.atPrompt,
      runVerb: { runVerb($0, over: $1, format: $2, used) }, interrupt: used.interrupt,
      explain: explained, write: write, say: say,
      now: { start.duration(to: .now) },
      edit: editor.edit,
      width: { environment.terminalOutput ? environment.columns : nil }, colours: colours,
      unicode: environment.unicode)
  }

  private func explained(_ error: any Error) -> (text: String, status: Int32) {
    let failure = Failure(error)
    return (
      failure?.text ?? "error: \(error)", (failure?.status ?? ExitStatus.ourBug).rawValue
    )
  }

  /// Runs a verb in this session, over the warehouse that the prompt has open.
  private func runVerb(
    _ words: [String], over store: Store, format: String, _ used: VerbStore
  ) -> Int32 {
    defer { used.release() }
    let session = Session(environment: environment, options: options, opened: store, used: used)
    let isChosen = words.contains { $0 == "--format" || $0.hasPrefix("--format=") }
    let asked = format == "auto" || isChosen ? [] : ["--format", format]
    return Main.run(words + asked, in: session)
  }
}

extension Verbs {
  /// The verbs that a prompt has, with the line that help shows.
  fileprivate static var atPrompt: [(name: String, help: String)] {
    all.filter { $0 != Repl.self }.map { ($0._commandName, $0.configuration.abstract) }
  }
}
