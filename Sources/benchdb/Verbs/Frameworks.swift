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
    subcommands: [List.self, Show.self, Setup.self, CheckTraining.self],
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

  struct CheckTraining: Verb {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Train a framework on a small task, to prove that it works.",
      discussion: """
        Trains each framework of an adapter for ten seconds, or the least that it works with, on a \
        small table made up for it, of classes and of numbers. Nothing is recorded.

        Example: benchdb frameworks check scikit-learn
        """)

    @Argument(help: "An adapter, or a framework it offers.")
    var name: String
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws {
      let adapter = try session.frameworks.adapter(named: name)
      let found = try session.frameworkEnvironment(for: adapter, python: nil)
      try found.proveImport()
      let place = found.interpreter ?? "a process of its own"
      session.note("\(adapter.name) \(found.version) runs in \(place)")
      let runs = try TrialRuns(of: found, only: name, in: session)
      try Output(session).print(runs.table)
      try runs.report()
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
