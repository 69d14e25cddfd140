-- title: Each framework's rank on each dataset that all of them finished
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
WITH subject AS (
  SELECT source, budget, metric, source_id, budget_id, metric_id
  FROM subjects
  WHERE metric = coalesce(:metric, metric)
    AND source = coalesce(:source, source)
    AND budget = coalesce(:budget, budget)
  ORDER BY scores DESC, metric_id, source_id, budget_id
  LIMIT 1
)
SELECT s.source, s.budget, s.metric, d.label AS dataset, f.name AS framework, r.mean, r.rank
FROM subject AS s
JOIN dataset_ranks AS r USING (source_id, budget_id, metric_id)
JOIN dataset_labels AS d ON d.id = r.dataset_id
JOIN frameworks AS f ON f.id = r.framework_id
ORDER BY d.label, r.dataset_id, r.rank, f.name
