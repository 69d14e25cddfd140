package import Benchmark
internal import GRDB

/// How far a bucket has come.
package struct BucketStanding: Sendable, Equatable {
  /// Tasks of the plan under the budget, and those that were run besides.
  package var expected = 0
  /// How many of them have a successful run of the bucket's, and how many do not.
  package var finished = 0
  package var missing = 0
  /// Runs that failed, reruns of tasks that finished included.
  package var failedRuns = 0
  /// Logs of killed runs that name their task, and those that do not.
  package var matchedOrphans = 0
  package var unmatchedOrphans = 0
  /// Objects that cannot be read.
  package var rejects = 0
  /// Objects in the ledger that are in the bucket, and those that are gone from it.
  package var objects = 0
  package var vanished = 0

  package init() {}
}

extension Store {
  /// How far the bucket of a source has come under a budget; nothing at all for a source that is not there.
  package func bucketStanding(of source: String, budget: Budget) throws -> BucketStanding {
    try read { db in
      var standing = BucketStanding()
      let names: StatementArguments = ["source": source, "budget": budget.name]
      let known = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT id FROM sources WHERE name = :source),
            (SELECT id FROM budgets WHERE name = :budget)
          """, arguments: names)
      let ids: StatementArguments = ["source": known?[0] as Int64?, "budget": known?[1] as Int64?]
      guard let row = try Row.fetchOne(db, sql: standingSQL, arguments: ids) else {
        return standing
      }
      standing.expected = row["expected"]
      standing.finished = row["finished"]
      standing.missing = standing.expected - standing.finished
      standing.failedRuns = row["failed_runs"]
      standing.matchedOrphans = row["matched_orphans"]
      standing.unmatchedOrphans = row["unmatched_orphans"]
      standing.rejects = row["rejects"]
      standing.objects = row["objects"]
      standing.vanished = row["vanished"]
      return standing
    }
  }
}

private let standingSQL = """
  WITH
    planned AS (
      SELECT d.dataset_id, s.type
      FROM (\(bucketStudiesSQL)) AS s
      CROSS JOIN study_datasets AS d ON d.study_id = s.id
    ),
    counted AS (
      SELECT
        count(*) FILTER (WHERE vanished_at IS NULL) AS objects,
        count(vanished_at) AS vanished,
        count(*) FILTER (WHERE kind = 'orphan' AND run_id IS NOT NULL) AS matched_orphans,
        count(*) FILTER (WHERE kind = 'orphan' AND run_id IS NULL) AS unmatched_orphans
      FROM objects
      WHERE source_id = :source
    ),
    run AS (
      SELECT
        coalesce(sum(finished) FILTER (WHERE budget_id = :budget), 0) AS finished,
        coalesce(sum(failed), 0) AS failed_runs
      FROM cells
      WHERE source_id = :source
    )
  SELECT
    (
      SELECT count(*)
      FROM tasks AS t
      WHERE t.budget_id = :budget AND (
        (t.original_id IS NOT NULL AND (t.dataset_id, t.type) IN (SELECT dataset_id, type FROM planned))
        OR EXISTS (
          SELECT 1 FROM current_runs AS r WHERE r.task_id = t.id AND r.source_id = :source))
    ) AS expected,
    run.finished,
    run.failed_runs,
    counted.matched_orphans,
    counted.unmatched_orphans,
    (SELECT count(*) FROM rejects WHERE source_id = :source) AS rejects,
    counted.objects,
    counted.vanished
  FROM run, counted
  """
