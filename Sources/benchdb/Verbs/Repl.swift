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
      script from standard input and stops at the first error. At a terminal the file repl.sql in \
      ~/.config/benchdb is run first.

      Examples: benchdb repl
                benchdb repl -c "SELECT count(*) FROM runs"
                benchdb repl < script.sql
      """)

  @Flag(help: "Allow changes; the prompt shows it.")
  var write = false

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp(
      "Run the SQL and commands in a file first, instead of one's own repl.sql.",
      valueName: "file"))
  var initFile: String?

  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run SQL or a dot command, then leave.", valueName: "command"))
  var commands: [String] = []

  @Flag(help: "Go on after an error in a script; the exit code is that of the first.")
  var keepGoing = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    guard session.opened == nil else { throw Failure(.usage, "a prompt is open already.") }
    _ = try TableFormat.named(common.format, onTerminal: true)
    let output = common.output == "-" ? nil : common.output
    if let output { try File.refuse(output, replacing: common.force) }
    let repl = try REPL(
      session.world, access: write ? .readWrite : .readOnly, mode: common.format,
      output: output)
    let status = try isScript(in: session) ? follow(repl, in: session) : hold(repl, in: session)
    try repl.end()
    if status != 0 { throw ExitCode(status) }
  }

  /// Whether nobody types: there are commands to run, or no terminal.
  private func isScript(in session: Session) -> Bool {
    let environment = session.environment
    return !commands.isEmpty || !environment.terminalInput || !environment.terminalOutput
  }

  private func follow(_ repl: REPL, in session: Session) throws -> Int32 {
    repl.keepsGoing = keepGoing
    var first: Int32 = 0
    func go(_ step: () throws -> Int32) rethrows {
      guard first == 0 || keepGoing else { return }
      let status = try step()
      if first == 0 { first = status }
    }
    if let initFile { try go { repl.perform(try session.read(initFile), source: initFile) } }
    for command in commands { go { repl.perform(command) } }
    if commands.isEmpty { go { repl.follow { readLine() } } }
    return first
  }

  private func hold(_ repl: REPL, in session: Session) throws -> Int32 {
    let access = write ? "open for writing" : "read-only"
    session.note(
      "benchdb \(BenchDB.version), \(session.path), \(access). .help lists the commands.")
    // An error in it has been said, and is no reason to keep a person from the prompt.
    if let file = initFile ?? session.ownInitFile {
      repl.perform(try session.read(file), source: file)
    }
    if session.environment["TERM"] == "dumb" { return repl.converse { readLine() } }
    return repl.converse(at: Terminal(), history: History(file: session.historyFile))
  }
}

extension Session {
  fileprivate var historyFile: String { environment.stateFolder + "/history" }

  /// What a person has every prompt begin with, if they keep such a file.
  fileprivate var ownInitFile: String? {
    let file = environment.configurationFolder + "/repl.sql"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// What the prompt needs of the outside.
  fileprivate var world: ShellWorld {
    let start = ContinuousClock.now
    let used = VerbStore()
    let pause = Pause()
    var world = ShellWorld(
      open: open, verbs: Verbs.atPrompt,
      runVerb: { runVerb($0, over: $1, format: $2, used) },
      interrupt: {
        pause.interrupt()
        used.interrupt()
      },
      explain: explained, write: write, say: say,
      now: { start.duration(to: .now) },
      edit: { try editor.edit($0) },
      width: { environment.terminalOutput ? environment.columns : nil },
      height: { environment["TERM"] == "dumb" ? nil : Terminal.size()?.rows }, colours: colours,
      unicode: environment.unicode,
      pager: environment.pager, progress: progress, ticker: Ticker.start)
    world.outlets = outlets
    world.shapes = { Verbs.shapes }
    world.queries = { try library($0).all() }
    world.wait = pause.wait
    world.clock = { Date.now.formatted(timeOfDay) }
    return world
  }

  /// The warehouse at `path`, else that of this session.
  private func open(_ path: String?, _ access: Store.Access) throws -> Store {
    guard let path else { return try store(access) }
    return try Store.open(at: path, access: access)
  }

  /// What draws a line of progress over the last one, where there is a terminal that can.
  private var progress: (@Sendable (String?) -> Void)? {
    guard environment.terminalError, !options.quiet, environment["TERM"] != "dumb" else {
      return nil
    }
    let (environment, session) = (environment, self)
    return { line in
      let text = line.map { fitting($0, into: environment.columns - 1, ellipsis: "..") } ?? ""
      session.show("\r\u{1B}[K" + Paint.dim(text, on: session.colours))
    }
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

/// `09:05:00`, here.
private let timeOfDay = Date.VerbatimFormatStyle(
  format: """
    \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
    \(minute: .twoDigits):\(second: .twoDigits)
    """, timeZone: .current, calendar: Calendar(identifier: .gregorian))

extension Verbs {
  /// The verbs that a prompt has, with the line that help shows.
  fileprivate static var atPrompt: [(name: String, help: String)] {
    all.filter { $0 != Repl.self }.map { ($0._commandName, $0.configuration.abstract) }
  }
}
