import ArgumentParser
import Foundation
import Tables
import Warehouse

struct Export: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Write tables, views and queries to files.",
    discussion: """
      The format is --format's, else what the file's name ends in, else CSV.

      Examples: benchdb export --table results -o runs.csv
                benchdb export --dir everything
                benchdb export --as georgian -o compiled_results.csv
      """)

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case amlb, georgian
  }

  @Option(help: "A table or a view.")
  var table: String?

  @Option(help: "A stored query's name, or SQL.")
  var query: String?

  @Option(help: "The columns of AMLB's results.csv or of the original's compiled_results.csv.")
  var `as`: Layout?

  @Option(help: ArgumentHelp("Every table and view, a file each, in a folder.", valueName: "dir"))
  var dir: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let chosen = [table, query, `as`?.rawValue, dir].compactMap { $0 }
    guard chosen.count == 1, chosen != [""] else {
      throw ValidationError("give one of --table, --query, --as and --dir")
    }
  }

  func run(in session: Session) throws {
    let store = try session.store()
    if let dir { return try everything(of: store, into: dir, in: session) }
    let (sql, bindings) = try statement(in: session, store)
    try export(sql, bindings, of: store, in: session)
  }

  private func statement(in session: Session, _ store: Store) throws -> (String, [String: Value]) {
    if let table {
      let relations = try relations(of: store)
      guard relations.contains(table) else {
        let meant = suggestion(for: table, among: relations).map { "; did you mean \($0)?" }
        throw Failure(.noInput, "no table or view \"\(table)\"" + (meant ?? "."))
      }
      return ("SELECT * FROM \(quoted(table))", [:])
    }
    let name = query ?? `as`.map { "export-\($0.rawValue)" } ?? ""
    guard isName(name) else { return (name, [:]) }
    let stored = try session.library(store).query(name)
    return (stored.sql, try stored.bindings())
  }

  private func everything(of store: Store, into dir: String, in session: Session) throws {
    try File.makeFolder(dir)
    let relations = try relations(of: store)
    for relation in relations {
      var options = common
      options.output = "\(dir)/\(relation).\(common.format == "auto" ? "csv" : common.format)"
      try export("SELECT * FROM \(quoted(relation))", [:], of: store, in: session.with(options))
    }
    session.note("wrote \(relations.count) files to \(dir)")
  }

  private func export(
    _ sql: String, _ bindings: [String: Value], of store: Store, in session: Session
  ) throws {
    var options = session.options
    if options.format == "auto", options.output.flatMap(TableFormat.forFile) == nil {
      options.format = "csv"
    }
    try Output(session.with(options)).rows { columns, row in
      try store.run(sql, bindings: bindings, columns: columns, row: row)
    }
  }

  /// The tables and views that hold what users know; not SQLite's, GRDB's and the index's own.
  private func relations(of store: Store) throws -> [String] {
    try store.table(
      """
      SELECT name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
        AND name NOT LIKE 'log_search%' AND name <> 'cell_changes'
      ORDER BY name
      """
    ).rows.compactMap { $0[0].string }
  }
}

/// An SQL identifier, whatever it is made of.
private func quoted(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
