/// One unit of planned work: framework x dataset x type x seed x fold x budget.
package struct BenchmarkTask: Sendable, Hashable {
  package var framework: Framework
  package var dataset: Dataset
  package var type: ProblemType
  /// The seed of the split and of the framework; 0 where folds tell tasks apart and seeds do not.
  package var seed: Int
  /// The fold of a resampled estimate; 0 for a single hold-out split.
  package var fold: Int
  package var budget: Budget

  package init(
    framework: Framework, dataset: Dataset, type: ProblemType, seed: Int, fold: Int = 0,
    budget: Budget = .unspecified
  ) {
    self.framework = framework
    self.dataset = dataset
    self.type = type
    self.seed = seed
    self.fold = fold
    self.budget = budget
  }
}
