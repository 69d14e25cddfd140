import ArgumentParser
import Compute
import Tables

struct Frameworks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, show, set up and check the frameworks that can be run.",
    discussion: """
      A folder frameworks/NAME with an adapter in it adds a framework of your own; one called as a \
      built-in takes its place.

      Example: benchdb frameworks setup scikit-learn
      """,
    subcommands: [List.self, Show.self, Setup.self, CheckEnvironment.self],
    defaultSubcommand: List.self)

  struct List: Verb {
    static let configuration = CommandConfiguration(abstract: "List the frameworks.")

    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      try Output(session).print(
        Table(
          columns: ["framework", "adapter", "version", "types", "origin"],
          rows: session.frameworks.frameworks.map { framework in
            [
              .text(framework.name), .text(framework.adapter.name),
              .text(framework.adapter.version),
              .text(framework.adapter.types.joined(separator: " ")),
              .text(framework.adapter.place),
            ]
          }))
    }
  }

  struct Show: Verb {
    static let configuration = CommandConfiguration(abstract: "Print a framework's adapter.")

    @Argument(help: "An adapter, or a framework it offers.")
    var name: String
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      let adapter = try session.frameworks.adapter(named: name)
      let texts = adapter.files.filter { $0.name == adapter.program }.map(\.text)
      try Output(session).text(texts.joined())
    }
  }

  struct Setup: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Make the environment that a framework runs in.")

    @Argument(help: "An adapter, or a framework it offers.")
    var name: String
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      let setup = session.setup(of: try session.frameworks.adapter(named: name))
      let made = try Interruption.watching { isInterrupted in
        try setup.run(progress: session.note, isCancelled: isInterrupted)
      }
      session.note("\(made.adapter.name) \(made.version) is ready")
    }
  }

  struct CheckEnvironment: Verb {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Say what a framework would run in.")

    @Argument(help: "An adapter, or a framework it offers.")
    var name: String
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      let adapter = try session.frameworks.adapter(named: name)
      let found = try session.frameworkEnvironment(for: adapter, python: nil)
      try found.proveImport()
      try Output(session).print(
        Table(
          columns: ["adapter", "version", "interpreter"],
          rows: [
            [
              .text(adapter.name), .text(found.version),
              found.interpreter.map(Value.text) ?? .null,
            ]
          ]))
    }
  }
}

extension Adapter {
  fileprivate var place: String {
    switch origin {
    case .builtIn: "built-in"
    case .folder(let path): path
    }
  }
}
