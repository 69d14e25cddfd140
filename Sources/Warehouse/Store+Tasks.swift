package import Benchmark
internal import GRDB

extension Store {
  /// The warehouse's tasks that a list names, and what of the list it does not know.
  package struct MatchedTasks: Sendable, Equatable {
    /// Ids of tasks, ascending, each once.
    package var ids: [Int64]
    /// In the order of the list.
    package var unknown: [TaskReference]
  }

  /// Finds the tasks that `references` name.
  ///
  /// A task has the framework, dataset, type, seed and fold that the reference says, and its version and
  /// budget where it says one: so one reference may name several tasks. A dataset without an OpenML id
  /// is known by its name; one that the list names without its id may have one.
  ///
  /// - Complexity: a look-up in an index for each reference.
  package func tasks(matching references: [TaskReference]) throws -> MatchedTasks {
    try read { db in
      var ids: Set<Int64> = []
      var unknown: [TaskReference] = []
      let statement = try db.makeStatement(sql: taskSQL)
      for reference in references {
        let found = try Int64.fetchAll(statement, arguments: reference.arguments)
        if found.isEmpty { unknown.append(reference) }
        ids.formUnion(found)
      }
      return MatchedTasks(ids: ids.sorted(), unknown: unknown)
    }
  }
}

extension TaskReference {
  fileprivate var arguments: StatementArguments {
    [
      "framework": framework.name, "version": framework.version.isEmpty ? nil : framework.version,
      "openml_id": dataset.openMLID, "dataset": dataset.name, "type": type.rawValue, "seed": seed,
      "fold": fold, "budget": budget?.name,
    ]
  }
}

private let taskSQL = """
  SELECT t.id
  FROM frameworks AS f
  JOIN datasets AS d
    ON CASE WHEN :openml_id IS NULL THEN d.name = :dataset
      ELSE d.openml_id = :openml_id OR (d.openml_id IS NULL AND d.name = :dataset) END
  JOIN tasks AS t ON t.framework_id = f.id AND t.dataset_id = d.id
  JOIN budgets AS b ON b.id = t.budget_id
  WHERE f.name = :framework
    AND f.version = coalesce(:version, f.version)
    AND t.type = :type
    AND t.seed = :seed
    AND t.fold = :fold
    AND b.name = coalesce(:budget, b.name)
  """
