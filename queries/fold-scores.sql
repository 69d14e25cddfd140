-- title: Each framework's score on each seed and fold, as tests of folds take it
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- test_share is the part of the data that a fold tests: of several folds one over their number, else
-- 0.3, as the original and benchdb split.
WITH
  subject AS (
    SELECT source, budget, metric, direction, source_id, budget_id, metric_id
    FROM subjects
    WHERE metric = coalesce(:metric, metric)
      AND source = coalesce(:source, source)
      AND budget = coalesce(:budget, budget)
    ORDER BY scores DESC, metric_id, source_id, budget_id
    LIMIT 1
  ),
  folds AS (
    SELECT
      s.source, s.budget, s.metric, s.direction, t.dataset_id, f.competitor, t.seed, t.fold,
      avg(v.value) AS value,
      max(r.imputed) AS imputed
    FROM subject AS s
    JOIN tasks AS t ON t.budget_id = s.budget_id
    JOIN current_runs AS r ON r.task_id = t.id AND r.source_id = s.source_id AND r.status = 'ok'
    JOIN scores AS v ON v.run_id = r.id AND v.metric_id = s.metric_id
    JOIN frameworks AS f ON f.id = t.framework_id
    GROUP BY t.dataset_id, f.competitor, t.seed, t.fold
  ),
  shares AS (
    SELECT
      dataset_id,
      CASE WHEN count(DISTINCT fold) > 1 THEN 1.0 / count(DISTINCT fold) ELSE 0.3 END AS test_share
    FROM folds
    GROUP BY dataset_id
  )
SELECT
  o.source, o.budget, o.metric, o.direction,
  l.label AS dataset,
  d.openml_id AS dataset_id,
  f.name AS framework,
  o.seed, o.fold, o.value,
  h.test_share,
  o.imputed
FROM folds AS o
JOIN shares AS h USING (dataset_id)
JOIN datasets AS d ON d.id = o.dataset_id
JOIN dataset_labels AS l ON l.id = o.dataset_id
JOIN frameworks AS f ON f.id = o.competitor
ORDER BY l.label, o.dataset_id, f.name, o.seed, o.fold
