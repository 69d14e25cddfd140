/// The tasks that a benchmark sets out to do, in the original's order.
///
/// **Shape**: frameworks outermost, then datasets, classification before regression, then seeds. A
/// task's place is the id that the original knew it by. Tasks are made as they are asked for: a plan of a
/// million takes no more memory than its datasets.
package struct Plan: Sendable, RandomAccessCollection {
  private struct Problem: Sendable {
    var dataset: Dataset
    var type: ProblemType
  }

  private let frameworks: [Framework]
  private let problems: [Problem]
  private let seeds: [Int]
  private let budget: Budget

  /// Every framework on every dataset of `studies` with every seed.
  ///
  /// Studies of one type keep their order; so do their datasets.
  package init(
    frameworks: [Framework], studies: [Study], seeds: [Int] = Plan.seeds,
    budget: Budget = .unspecified
  ) {
    self.frameworks = frameworks
    self.seeds = seeds
    self.budget = budget
    problems = ProblemType.allCases.flatMap { type in
      studies.filter { $0.type == type }.flatMap(\.datasets)
        .map { Problem(dataset: $0, type: type) }
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { frameworks.count * problems.count * seeds.count }

  package subscript(place: Int) -> BenchmarkTask {
    let (row, seed) = place.quotientAndRemainder(dividingBy: seeds.count)
    let (framework, problem) = row.quotientAndRemainder(dividingBy: problems.count)
    return BenchmarkTask(
      framework: frameworks[framework], dataset: problems[problem].dataset,
      type: problems[problem].type, seed: seeds[seed], budget: budget)
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
