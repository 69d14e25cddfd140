/// A task as a list of tasks names it: what tells it apart, as far as the list says.
package struct TaskReference: Sendable, Hashable {
  /// The number that the list gives it, in the original the task's place in the plan.
  package var id: Int?
  /// With an empty version, where the list names none.
  package var framework: Framework
  package var dataset: Dataset
  package var type: ProblemType
  package var seed: Int
  /// 0 where the list says nothing of folds.
  package var fold: Int
  /// Nil where the list names none.
  package var budget: Budget?
  /// The OpenML task whose splits the folds are of, where it is known.
  package var openMLTaskID: Int?

  package init(
    id: Int? = nil, framework: Framework, dataset: Dataset, type: ProblemType, seed: Int,
    fold: Int = 0, budget: Budget? = nil, openMLTaskID: Int? = nil
  ) {
    self.id = id
    self.framework = framework
    self.dataset = dataset
    self.type = type
    self.seed = seed
    self.fold = fold
    self.budget = budget
    self.openMLTaskID = openMLTaskID
  }
}
