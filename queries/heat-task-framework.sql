-- title: Every framework's score on every dataset, scaled per dataset
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- figure: heat block=dataset treatment=framework value=value imputed=imputed direction=direction
-- Where all runs on a dataset were alike, each is the best.
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
  source, budget, 'scaled ' || metric AS metric, 'higher' AS direction, dataset, dataset_id, framework,
  coalesce(scaled, 1) AS value, value AS score, imputed
FROM ruled_scores
WHERE rule = :impute
  AND (source_id, budget_id, metric_id) = (SELECT source_id, budget_id, metric_id FROM subject)
ORDER BY dataset, dataset_key, framework
