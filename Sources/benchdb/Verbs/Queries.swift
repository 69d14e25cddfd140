import ArgumentParser
import Foundation
import Shell
import Tables
import Warehouse

struct Queries: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, show, save, edit and remove stored queries.",
    discussion: """
      A query in ./queries hides one in the warehouse, which hides a built-in one of the same name.

      Example: benchdb queries show leaderboard > queries/mine.sql
      """,
    subcommands: [List.self, Show.self, Save.self, Edit.self, Remove.self],
    defaultSubcommand: List.self)

  struct List: Verb {
    static let configuration = CommandConfiguration(abstract: "List the stored queries.")

    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      let queries = try session.library(try? session.store()).all()
      try Output(session).print(
        Table(
          columns: ["name", "title", "parameters", "figure", "origin"],
          rows: queries.map { query in
            [
              .text(query.name), .text(query.title),
              .text(query.parameters.map(\.declaration).joined(separator: " ")),
              query.figure.map(Value.text) ?? .null, .text(query.origin.rawValue),
            ]
          }))
    }
  }

  struct Show: Verb {
    static let configuration = CommandConfiguration(abstract: "Print a stored query's SQL.")

    @Argument var name: String
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      try Output(session).text(try session.library(try? session.store()).query(name).sql)
    }
  }

  struct Save: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Keep a query in the warehouse.",
      discussion: """
        Example: benchdb queries save slow "SELECT framework, max(duration) FROM results GROUP BY 1"
        """)

    @Argument var name: String
    @Argument(help: "The SQL; - reads standard input.")
    var sql: String
    @Flag(name: .customLong("file"), help: "Keep it in ./queries/NAME.sql instead.")
    var isFile = false
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      guard isName(name) else {
        throw Failure(.usage, "\"\(name)\" is no name: letters, digits, - and _ are right.")
      }
      let text = sql == "-" ? try session.read("-") : sql
      let query = try StoredQuery(name: name, origin: isFile ? .folder : .warehouse, sql: text)
      let hidden = (try? session.library(try? session.store()).query(name))?.origin
      if isFile { try keep(query) } else { try keep(query, in: session) }
      session.note("saved \(name)" + (hidden == .builtIn ? ", which hides the built-in one" : ""))
      if !isFile, hidden == .folder { session.warn("queries/\(name).sql hides it") }
    }

    private func keep(_ query: StoredQuery, in session: Session) throws {
      do {
        try session.store(.readWrite).save(query, replacing: common.force)
      } catch StoreError.exists {
        throw Failure(
          .outputExists, "a stored query \(name) is there already. --force replaces it.")
      }
    }

    private func keep(_ query: StoredQuery) throws {
      let path = "queries/\(name).sql"
      try File.refuse(path, replacing: common.force)
      try File.makeFolder("queries")
      try File.write(path, replacing: common.force) { write in try write(query.sql) }
    }
  }

  struct Edit: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Edit a query in $EDITOR and keep it in the warehouse.",
      discussion: """
        A built-in query is kept under its name, which hides the built-in one; "queries rm" brings that \
        back. A name that is new starts from a head to fill in.
        """)

    @Argument var name: String
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      guard isName(name) else {
        throw Failure(.usage, "\"\(name)\" is no name: letters, digits, - and _ are right.")
      }
      let store = try session.store(.readWrite)
      let text = (try? session.library(store).query(name).sql) ?? "-- title: \(name)\nSELECT\n"
      let edited = try session.editor.edit(text)
      guard edited != text else { return session.note("\(name) is as it was") }
      try store.save(
        StoredQuery(name: name, origin: .warehouse, sql: edited), replacing: true)
      session.note("saved \(name)")
    }
  }

  struct Remove: Verb {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove a query from the warehouse.")

    @Argument var name: String
    @Flag(name: [.short, .long], help: "Do not ask.")
    var yes = false
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      let store = try session.store(.readWrite)
      try session.confirm("remove the stored query \(name) from \(session.path)", yes: yes)
      try store.removeQuery(name)
      session.note("removed \(name)")
    }
  }
}

extension StoredQuery.Parameter {
  /// `metric=f1`, or the bare name of one without a default.
  var declaration: String {
    self.default.map { "\(name)=\($0.description ?? "null")" } ?? name
  }
}

extension Session {
  /// What $VISUAL or $EDITOR names, else vi.
  var editor: ExternalEditor {
    ExternalEditor(environment["VISUAL"] ?? environment["EDITOR"] ?? "vi")
  }
}
