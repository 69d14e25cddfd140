import ArgumentParser
import Benchmark
import Warehouse

struct FileCompute: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run the tasks that a file lists.",
    discussion: """
      The file is JSON Lines, CSV, or the original's pickle, which is read without running what it may \
      contain. A task that has a result is left alone; "benchdb delete-runs FILE" makes room for another.

      Examples: benchdb file-compute failures.jsonl -j 2
                benchdb file-compute tests.dat -n
      """)

  @Argument(help: "The file; - is standard input.")
  var file: String

  @OptionGroup var limits: BudgetOptions
  @OptionGroup var pool: PoolOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let run = PoolRun(
      session: session, options: pool, budget: limits.budget(try session.configuration()),
      again: true)
    try run.run(try session.tasks(in: file).tasks)
  }
}
