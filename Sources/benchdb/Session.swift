import Tables
import Warehouse

/// What a verb runs in: where it was started, the warehouse it is about, where its words go.
struct Session: Sendable {
  @TaskLocal static var current = Session.process

  /// The session of a command line.
  static let process = Session(environment: .process, options: CommonOptions())

  let environment: Environment
  let options: CommonOptions
  /// The prompt's warehouse, where this is a session of the prompt.
  var opened: Store?
  /// Where a verb at the prompt shows which store it works with.
  var used: VerbStore?

  /// The same session with the options that a verb was given; the prompt's warehouse stays.
  func with(_ options: CommonOptions) -> Session {
    Session(environment: environment, options: options, opened: opened, used: used)
  }

  // MARK: The warehouse

  var path: String {
    options.db ?? opened?.path ?? environment["BENCHDB_DB"] ?? "./bench.db"
  }

  /// The warehouse, open for reading, or for writing too.
  ///
  /// At the prompt it is the one that is open; a verb that writes while the prompt is read-only gets
  /// a connection of its own, as it would on a command line.
  func store(_ access: Store.Access = .readOnly) throws -> Store {
    if let opened, opened.path == path, access == .readOnly || opened.access == .readWrite {
      used?.hold(opened)
      return opened
    }
    let store = try Store.open(at: path, access: access)
    used?.hold(store)
    if let backup = store.backup {
      note("migrated \(path) from an older benchdb; it is kept as it was in \(backup)")
    }
    return store
  }

  /// The stored queries in force: `./queries`, the warehouse's, the built-in ones.
  func library(_ store: Store?) -> QueryLibrary {
    QueryLibrary(folder: "queries", store: store)
  }

  // MARK: Words

  /// Writes to standard output.
  ///
  /// - Throws: `Failure` with `disk` where it takes no more.
  func write(_ text: String) throws {
    try Sink.output.write(text)
  }

  /// Writes a line to standard error, with control characters in it escaped.
  func say(_ line: String) {
    show(escapingControls(in: line, keeping: ["\n", "\t"]) + "\n")
  }

  /// Writes to standard error; if that takes nothing, there is nobody to tell.
  func show(_ text: String) {
    try? Sink.errors.write(text)
  }

  /// Says something that is no error, unless `--quiet`.
  func note(_ line: String) {
    if !options.quiet { say(line) }
  }

  func warn(_ line: String) {
    note("warning: " + line)
  }

  var colours: Bool {
    options.color ?? environment.colours(onTerminal: environment.terminalOutput)
  }
}
