import ArgumentParser
import Benchmark
import Compute
import Warehouse

struct ExecuteCompute: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run every framework on every dataset of the studies with every seed.",
    discussion: """
      Runs what has no run yet, and what was interrupted; so the same command goes on where it was \
      stopped, however it ended. Several may run on one machine and one warehouse: none runs what \
      another one does.

      Examples: benchdb execute-compute --frameworks random-forest,linear -n
                benchdb execute-compute --frameworks tpot --select dataset=31,61 -j 2
      """)

  @Option(help: "Frameworks, with commas between; else the original's four.")
  var frameworks: String?

  @Option(help: "Studies by id or name, with commas between; else as configured.")
  var studies: String?

  @Option(help: "Seeds, with commas between; else the original's ten.")
  var seeds: String?

  @OptionGroup var limits: BudgetOptions
  @OptionGroup var pool: PoolOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let configured = try session.configuration()
    let plan = Plan(
      frameworks: try frameworks(in: session), studies: try studies(configured, in: session),
      seeds: try seedsAsked() ?? Plan.seeds)
    let tasks = plan.map { task in
      TaskReference(
        framework: task.framework, dataset: task.dataset, type: task.type, seed: task.seed)
    }
    let run = PoolRun(
      session: session, options: pool, budget: limits.budget(configured), again: false)
    try run.run(tasks)
  }

  private func frameworks(in session: Session) throws -> [Framework] {
    let names = frameworks.map(words) ?? Plan.originalFrameworks.map(\.name)
    guard !names.isEmpty else { throw Failure(.usage, "--frameworks names none.") }
    // Before anything else: a plan with a name that is mistyped is none.
    for name in names { _ = try session.frameworks.adapter(offering: name) }
    return names.map { Framework(name: $0) }
  }

  private func studies(_ configured: Configuration, in session: Session) throws -> [Study] {
    let known = try session.store().studies()
    let names = studies.map(words) ?? configured.studies.map { String($0.id) }
    return try names.map { name in
      let study = known.first { $0.name == name || $0.openMLID.map { String($0) } == name }
      guard let study else {
        throw Failure(
          .noInput,
          "no study \(name) in the warehouse. \"benchdb download-data\" fetches those of OpenML.")
      }
      return study
    }
  }

  private func seedsAsked() throws -> [Int]? {
    try seeds.map { text in
      try words(text).map { word in
        guard let seed = UInt32(word) else {
          throw Failure(.usage, "\"\(word)\" is no seed; whole numbers from 0 to 4294967295 are.")
        }
        return Int(seed)
      }
    }
  }
}

private func words(_ list: String) -> [String] {
  list.split { $0 == "," || $0.isWhitespace }.map(String.init)
}
