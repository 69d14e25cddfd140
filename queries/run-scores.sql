-- title: The score of every finished run under one metric
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
WITH
  subject AS (
    SELECT source_id, budget_id, metric_id
    FROM subjects
    WHERE metric = coalesce(:metric, metric)
      AND source = coalesce(:source, source)
      AND budget = coalesce(:budget, budget)
    ORDER BY scores DESC, metric_id, source_id, budget_id
    LIMIT 1
  )
SELECT
  o.name AS source,
  b.name AS budget,
  m.name AS metric,
  m.direction,
  l.label AS dataset,
  f.name AS framework,
  t.seed,
  t.fold,
  v.value
FROM subject AS s
JOIN metrics AS m ON m.id = s.metric_id
JOIN sources AS o ON o.id = s.source_id
JOIN budgets AS b ON b.id = s.budget_id
JOIN current_runs AS r ON r.source_id = s.source_id AND r.status = 'ok'
JOIN tasks AS t ON t.id = r.task_id AND t.budget_id = s.budget_id
JOIN scores AS v ON v.run_id = r.id AND v.metric_id = s.metric_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN dataset_labels AS l ON l.id = t.dataset_id
ORDER BY l.label, t.dataset_id, f.name, t.seed, t.fold, r.id
