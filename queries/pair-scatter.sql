-- title: One framework against another, a dot a dataset
-- param: a: text = null             a framework; null takes the best that b is not
-- param: b: text = null             another; null takes the best that a is not
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- figure: pair-scatter block=dataset treatment=framework value=value direction=direction
WITH
  subject AS (
    SELECT source_id, budget_id, metric_id
    FROM subjects
    WHERE metric = coalesce(:metric, metric)
      AND source = coalesce(:source, source)
      AND budget = coalesce(:budget, budget)
    ORDER BY scores DESC, metric_id, source_id, budget_id
    LIMIT 1
  ),
  drawn AS (
    SELECT
      source, budget, metric, direction, dataset, dataset_id, dataset_key, framework, value, scaled,
      imputed
    FROM ruled_scores
    WHERE rule = :impute
      AND (source_id, budget_id, metric_id) = (SELECT source_id, budget_id, metric_id FROM subject)
  ),
  pair AS (
    SELECT framework
    FROM drawn
    GROUP BY framework
    ORDER BY framework IN (:a, :b) DESC, avg(coalesce(scaled, 1)) DESC, framework
    LIMIT 2
  )
SELECT source, budget, metric, direction, dataset, dataset_id, framework, value, imputed
FROM drawn
JOIN pair USING (framework)
WHERE (:a IS NULL OR :a IN (SELECT framework FROM pair))
  AND (:b IS NULL OR :b IN (SELECT framework FROM pair) AND :b IS NOT :a)
ORDER BY dataset, dataset_key, framework
