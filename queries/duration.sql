-- title: How long each framework trained, against the limit it was given
-- param: source: text = null        the source; null takes the one with the most scores
-- param: budget: text = null        the budget; null likewise
-- figure: box x=framework y=seconds limit=soft_limit better=lower
-- report: 60
-- Training alone where a source tells it apart, else the whole run; what failed is there too.
WITH
  subject AS (
    SELECT source_id, budget_id
    FROM subjects
    WHERE source = coalesce(:source, source)
      AND budget = coalesce(:budget, budget)
    ORDER BY scores DESC, metric_id, source_id, budget_id
    LIMIT 1
  ),
  timed AS (
    SELECT
      o.name AS source, b.name AS budget, f.name AS framework, d.label AS dataset, t.seed, t.fold,
      r.status, r.train_seconds, r.duration, b.soft_seconds AS soft_limit,
      sum(r.train_seconds IS NOT NULL) OVER () > 0 AS has_training
    FROM subject AS k
    JOIN current_runs AS r ON r.source_id = k.source_id
    JOIN tasks AS t ON t.id = r.task_id AND t.budget_id = k.budget_id
    JOIN frameworks AS f ON f.id = t.framework_id
    JOIN dataset_labels AS d ON d.id = t.dataset_id
    JOIN budgets AS b ON b.id = t.budget_id
    JOIN sources AS o ON o.id = r.source_id
  )
SELECT
  source, budget,
  CASE has_training WHEN 1 THEN 'training time in seconds' ELSE 'time of a run in seconds' END AS metric,
  framework, dataset, seed, fold, status,
  CASE has_training WHEN 1 THEN coalesce(train_seconds, duration) ELSE duration END AS seconds,
  soft_limit
FROM timed
WHERE coalesce(train_seconds, duration) IS NOT NULL
ORDER BY framework, dataset, seed, fold, seconds
