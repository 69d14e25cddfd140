import ArgumentParser

/// The command line's root; `Verbs/` holds what it can do.
struct BenchDB: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "benchdb",
    abstract: "A results warehouse for AutoML benchmarks, with a query prompt.",
    discussion: """
      Start with "benchdb init --sample", then "benchdb query leaderboard", "benchdb run-analysis" \
      or "benchdb repl".
      """,
    version: version,
    groupedSubcommands: Verbs.groups)

  /// Without a verb: the glance at a warehouse where a person is at a terminal and there is one, else
  /// the help.
  func run() throws {
    let session = Session.current.with(try CommonOptions.parse([]))
    guard session.environment.terminalOutput, let store = try? session.store() else {
      throw CleanExit.helpRequest(self)
    }
    try Glance(
      store: store, library: session.library(store),
      separator: session.environment.unicode ? " · " : " | "
    ).show(in: session)
  }
}

/// The verbs, as help lists them and as the prompt's dot commands know them.
enum Verbs {
  static let groups = [
    CommandGroup(
      name: "Warehouse:",
      subcommands: [
        Init.self, Import.self, Backup.self, Check.self, Migrate.self,
      ]),
    CommandGroup(
      name: "Analysis:",
      subcommands: [
        Query.self, Queries.self, Repl.self, RunAnalysis.self, Compare.self, Test.self,
        DrawFigure.self, WriteReport.self, Status.self, Failures.self, Export.self,
        ExportFailures.self,
      ]),
    CommandGroup(
      name: "Buckets:",
      subcommands: [
        Sync.self, FetchResults.self, GetLogs.self, DeleteRuns.self, CleanS3.self,
      ]),
    CommandGroup(
      name: "Running:",
      subcommands: [
        DownloadData.self, Local.self, ExecuteCompute.self, ResumeCompute.self, FileCompute.self,
        Frameworks.self, Worker.self, Attend.self,
      ]),
    CommandGroup(
      name: "Setting up:",
      subcommands: [
        Config.self, Doctor.self, Completions.self,
      ]),
  ]

  static var all: [any ParsableCommand.Type] { groups.flatMap(\.subcommands) }

  /// What is typed for each, and the word that the parser adds.
  static var names: [String] { all.map { $0._commandName } + ["help"] }
}
