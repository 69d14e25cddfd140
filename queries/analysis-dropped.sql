-- title: What the analysis leaves out, and how much of all expected runs that is
-- param: source: text               the source
-- param: budget: text               the budget
-- param: impute: text = drop        drop, worst, reference or original
-- analysis: 20
-- The original leaves out each dataset that a framework never finished and each dataset and seed that any
-- framework missed, and counts the points of both, so that those of a dropped dataset count twice.
-- Otherwise only a dataset that some framework never finished is left out, and only of comparisons.
WITH
  ground AS (
    SELECT c.dataset_id, c.type, max(c.expected) AS expected, min(c.finished) AS least,
      count(*) AS frameworks
    FROM coverage AS c
    JOIN sources AS o ON o.id = c.source_id AND o.name = :source
    JOIN budgets AS b ON b.id = c.budget_id AND b.name = :budget
    GROUP BY c.dataset_id, c.type
  ),
  totals AS (
    SELECT
      sum(expected * frameworks) AS runs,
      count(*) FILTER (WHERE least = 0) AS datasets,
      coalesce(sum(expected * frameworks) FILTER (WHERE least = 0), 0) AS dataset_runs,
      sum(expected) AS pairs,
      max(frameworks) AS frameworks
    FROM ground
  ),
  kept AS (
    SELECT count(*) AS pairs
    FROM (
      SELECT DISTINCT k.dataset_id, k.type, k.seed, k.fold
      FROM original_scores AS k
      JOIN sources AS o ON o.id = k.source_id AND o.name = :source
      JOIN budgets AS b ON b.id = k.budget_id AND b.name = :budget
      WHERE :impute = 'original'
    )
  )
SELECT 'datasets that some framework never finished' AS dropped, datasets AS count,
  CASE :impute WHEN 'drop' THEN dataset_runs WHEN 'original' THEN dataset_runs ELSE 0 END AS runs,
  CASE :impute WHEN 'drop' THEN 100.0 WHEN 'original' THEN 100.0 ELSE 0.0 END
    * dataset_runs / runs AS percent
FROM totals
UNION ALL
SELECT 'datasets and seeds that some framework missed', t.pairs - k.pairs,
  t.frameworks * (t.pairs - k.pairs),
  100.0 * t.frameworks * (t.pairs - k.pairs) / t.runs
FROM totals AS t, kept AS k
WHERE :impute = 'original'
UNION ALL
SELECT 'all, as the original counts', t.datasets + t.pairs - k.pairs,
  t.dataset_runs + t.frameworks * (t.pairs - k.pairs),
  100.0 * (t.dataset_runs + t.frameworks * (t.pairs - k.pairs)) / t.runs
FROM totals AS t, kept AS k
WHERE :impute = 'original'
