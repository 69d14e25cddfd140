import ArgumentParser
import Warehouse

/// How tasks are run: where, how many at once, which of them.
struct PoolOptions: ParsableArguments {
  /// Where tasks run.
  enum Backend: String, ExpressibleByArgument, CaseIterable {
    case local
  }

  @Option(help: "Where they run: local is this machine.")
  var backend = Backend.local

  @Option(
    name: [.customShort("j"), .long],
    help: "How many run at once; else as many as have the processors and the memory of the budget.")
  var jobs: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only these: framework=tpot,h2o dataset=31 type=classification seed=75 …",
      valueName: "key=value"))
  var select: [String] = []

  @Option(help: "Run no more than this many.")
  var maxJobs: Int?

  @Option(help: "How often a run is tried again that failed by no fault of its own.")
  var retries = 1

  @Flag(name: [.customShort("n"), .long], help: "List what would be run, and run nothing.")
  var dryRun = false

  func validate() throws {
    let right = Configuration.counts
    guard [jobs, maxJobs].compactMap(\.self).allSatisfy(right.contains) else {
      throw ValidationError(
        "--jobs and --max-jobs are whole numbers from 1 to \(right.upperBound)")
    }
    guard (0...100).contains(retries) else { throw ValidationError("--retries is from 0 to 100") }
  }
}
