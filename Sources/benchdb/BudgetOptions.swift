import ArgumentParser
import Benchmark

/// What a run may use, where it is not as configured.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the framework is told; it is stopped at twice that and a minute.", valueName: "seconds")
  )
  var timeLimit: Int?

  @Option(help: "How many processors it may use; else as configured.")
  var cores: Int?

  @Option(help: ArgumentHelp("What its processes may hold; else as configured.", valueName: "MB"))
  var memory: Int?

  func validate() throws {
    let right = Configuration.counts
    guard [timeLimit, cores, memory].compactMap(\.self).allSatisfy(right.contains) else {
      throw ValidationError(
        "--time-limit, --cores and --memory are whole numbers from 1 to \(right.upperBound)")
    }
  }

  func budget(_ configured: Configuration) -> Budget {
    Budget(
      cores: cores ?? configured.count(.cores), memoryMB: memory ?? configured.count(.memory),
      softSeconds: timeLimit ?? configured.count(.runtime),
      hardSeconds: timeLimit.map { 2 * $0 + 60 } ?? configured.count(.hardLimit))
  }
}
