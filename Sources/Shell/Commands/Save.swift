internal import Tables
internal import Warehouse

extension ShellCommand {
  static let save = ShellCommand(
    "save", "[-f] [--file] NAME [TITLE]", takes: 1...64,
    help: "Keep the last query under a name, for .query NAME.",
    details: """
      It is kept in the warehouse, which may be open read-only here; with --file in ./queries/NAME.sql. The
      values of .param that it used become its defaults, typed as they are, and .query NAME name=value
      gives others. A query of that name is not replaced without -f. The same as queries save NAME.
      """,
    example: ".save fastest Quickest runs of each framework", words: [.storedQuery, .other]
  ) { repl, words in
    let flags = words.filter { isForce($0) || $0 == "--file" }
    let rest = words.filter { !flags.contains($0) }
    guard let name = rest.first, name.first != "-" else { throw WrongWords() }
    let title = rest.dropFirst().joined(separator: " ")
    let sql = try repl.storable(title: title.isEmpty ? name : title)
    try repl.runVerb(
      ["queries", "save"] + flags.map { $0 == "-f" ? "--force" : $0 } + ["--", name, sql])
  }
}

extension REPL {
  /// Runs a verb, whose failure has been said by it.
  func runVerb(_ words: [String]) throws {
    let status = world.runVerb(words, store, "auto")
    if status != 0 { throw VerbFailure(status: status) }
  }

  /// The last query as a stored one: a head with its title and parameters, then its SQL.
  fileprivate func storable(title: String) throws -> String {
    guard let sql = lastQuery else { throw ShellError.nothingYet }
    var head = "-- title: \(title)\n"
    for name in try store.parameters(of: sql) {
      let value = parameters[name] ?? .null
      guard let parameter = StoredQuery.Parameter(name, default: value) else {
        throw ShellError.unsavable(name, value)
      }
      head += "-- param: \(parameter.headerLine)\n"
    }
    return head + sql.trimmingSuffix { $0 == ";" || $0.isWhitespace } + "\n"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> String {
    String(reversed().drop(while: isDropped).reversed())
  }
}
