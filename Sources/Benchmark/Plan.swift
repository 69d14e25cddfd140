/// The tasks that a benchmark sets out to do, in the original's order.
///
/// **Shape**: frameworks outermost, then datasets, classification before regression, then seeds. A
/// task's place is the id that the original knew it by.
package struct Plan: Sendable, Equatable {
  package let tasks: [BenchmarkTask]

  /// Every framework on every dataset of `studies` with every seed.
  ///
  /// Studies of one type keep their order; so do their datasets.
  package init(
    frameworks: [Framework], studies: [Study], seeds: [Int] = Plan.seeds,
    budget: Budget = .unspecified
  ) {
    let problems = ProblemType.allCases.flatMap { type in
      studies.filter { $0.type == type }.flatMap(\.datasets).map { (dataset: $0, type: type) }
    }
    tasks = frameworks.flatMap { framework in
      problems.flatMap { problem in
        seeds.map { seed in
          BenchmarkTask(
            framework: framework, dataset: problem.dataset, type: problem.type, seed: seed,
            budget: budget)
        }
      }
    }
  }

  /// The original's ten seeds, `numpy.random.RandomState(1400).randint(1000, size=10)`.
  package static let seeds: [Int] = {
    var generator = RandomState(seed: 1400)
    return generator.integers(below: 1000, count: 10)
  }()

  /// The original's frameworks; its results do not say at which version.
  package static let originalFrameworks = ["auto-sklearn", "tpot", "h2o", "auto_ml"].map {
    Framework(name: $0)
  }
}
