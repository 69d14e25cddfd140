internal import Foundation
internal import Tables
package import Warehouse

/// A conversation with one warehouse: SQL, dot commands and the verbs of the command line.
///
/// The same conversation is held with a person at a terminal (`converse`), with a script (`follow`,
/// `perform`) and in tests; only what stands in `ShellWorld` differs.
package final class REPL {
  var world: ShellWorld
  var settings = Settings()
  var history = History()
  /// Where results go, after `.output`.
  var output: Receiver?
  /// Where the next result goes, after `.once`.
  var once: Receiver?
  /// What stands for `:name`, `@name` and `$name` in SQL, by name.
  var parameters: [String: Value] = [:]
  /// The last SQL that was run, whatever came of it.
  var lastStatement: String?
  /// The last SQL that gave columns and changed nothing, so that it may be run again.
  var lastQuery: String?
  /// The columns that it gave.
  var lastColumns: [String] = []
  /// How many files are being read from within one another.
  var depth = 0
  /// What takes the words of a command that may need the pager.
  var paging: PagedOutput?
  /// What looks after the query that runs.
  var watch: QueryWatch?
  /// Whether a person types, who may look at things a screen at a time.
  var isTalking = false
  /// Set by `.quit`.
  var isEnding = false
  /// Whether a script goes on after an error; its status is that of the first all the same.
  package var keepsGoing = false
  let opened: OpenStore

  /// Opens the warehouse.
  ///
  /// - Parameters:
  ///   - mode: the format to begin with, as `.mode` has it.
  ///   - output: the file that results go to, as after `.output`; nil for standard output.
  package init(
    _ world: ShellWorld, access: Store.Access = .readOnly, mode: String = "auto",
    output: String? = nil
  ) throws {
    self.world = world
    settings.mode = mode
    opened = OpenStore(try world.open(nil, access))
    self.output = try output.map { try world.outlets.file($0, true, true) }
  }

  var store: Store { opened.current }

  /// Opens the warehouse anew, for reading only or for writing too.
  func reopen(_ access: Store.Access) throws {
    guard access != store.access else { return }
    try open(store.path, access)
  }

  /// Opens the warehouse at `path` in the place of the one that is open.
  func open(_ path: String, _ access: Store.Access? = nil) throws {
    let last = store
    opened.replace(with: try world.open(path, access ?? last.access))
    try? last.close()
  }

  /// Ends what `.output` began, and a `.once` that no result followed. To be called when nothing follows.
  package func end() throws {
    defer { output = nil }
    _ = try? endOnce(isWhole: false)
    try output?.end(isWhole: true)
  }

  // MARK: Scripts

  /// Does what `text` says, up to the first error unless told to keep going; returns 0 or the status
  /// to exit with.
  ///
  /// - Parameter source: what the text is called when an error names its line; nil names no line.
  @discardableResult
  package func perform(_ text: String, source: String? = nil) -> Int32 {
    var first: Int32 = 0
    perform(Script.items(of: text), source: source, &first)
    return first
  }

  /// Does what lines say as they come, up to the last line or, unless told to keep going, the first
  /// error.
  package func follow(_ nextLine: () -> String?) -> Int32 {
    var script = Script()
    var first: Int32 = 0
    while let line = nextLine() {
      guard perform(script.add(line), source: "", &first) else { return first }
    }
    perform(script.finish(), source: "", &first)
    return first
  }

  /// Does things in turn and says whether to go on; `first` takes the status of the first error.
  @discardableResult
  private func perform(_ items: [Script.Item], source: String?, _ first: inout Int32) -> Bool {
    for item in items where !isEnding {
      let status = perform(item, source: source)
      if first == 0 { first = status }
      if status == Cancelled.status || status != 0 && !keepsGoing { return false }
    }
    return !isEnding
  }

  /// Does one thing and says what went wrong; returns 0 or the status to exit with.
  func perform(_ item: Script.Item, source: String?) -> Int32 {
    do {
      switch item {
      case .statement(let sql, _): try interruptible { try query(sql) }
      case .command(let line, _): return try command(line)
      }
      return 0
    } catch let cancelled as Cancelled {
      world.say(cancelled.description)
      return Cancelled.status
    } catch let failure as VerbFailure {
      return failure.status
    } catch {
      let (text, status) = world.explain(error)
      world.say(located(text, of: error, at: item, in: source))
      return status
    }
  }

  /// The words about an error, with the line of the script that it came from.
  private func located(
    _ text: String, of error: any Error, at item: Script.Item, in source: String?
  ) -> String {
    guard let source else { return text }
    var line: Int
    switch item {
    case .command(_, let first), .statement(_, let first): line = first
    }
    if case .sql(_, let sql, let offset?, _) = error as? StoreError {
      line += sql.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    }
    let start = "error: "
    let place = (source.isEmpty ? "" : source + ", ") + "line \(line): "
    return text.hasPrefix(start) ? start + place + text.dropFirst(start.count) : place + text
  }

  // MARK: Commands

  /// Runs a line that starts with `.` or `\`, and returns its status.
  private func command(_ line: String) throws -> Int32 {
    let typed = line.first == "\\" ? ShellCommand.spelledOut(line.dropFirst()) : line.dropFirst()
    let name = String(typed.prefix { !$0.isWhitespace })
    let rest = typed.dropFirst(name.count)
    guard !name.isEmpty else { throw ShellError.noCommand("", meant: nil) }
    if let command = ShellCommand.all.first(where: { $0.name == name }) {
      try run(command, on: rest)
      return 0
    }
    let arguments = try words(of: String(rest))
    if world.verbs.contains(where: { $0.name == name }) {
      return world.runVerb([name] + arguments, store, settings.mode)
    }
    throw ShellError.noCommand(name, meant: suggestion(for: name, among: commandNames))
  }

  private func run(_ command: ShellCommand, on rest: Substring) throws {
    do {
      let text = rest.trimmingCharacters(in: .whitespaces)
      let arguments =
        command.isVerbatim ? text.isEmpty ? [] : [text] : try words(of: text)
      guard command.takes.contains(arguments.count) else { throw WrongWords() }
      try command.run(self, arguments)
    } catch is WrongWords {
      throw ShellError.usage(command.usage)
    }
  }

  /// Everything that may stand behind a dot.
  var commandNames: [String] {
    ShellCommand.all.map(\.name) + world.verbs.map(\.name)
  }
}
