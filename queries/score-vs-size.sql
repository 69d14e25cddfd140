-- title: Scaled scores against the rows and features of the dataset
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- figure: performance x=rows,features y=value treatment=framework direction=direction
-- features counts each category as a column of its own where that is known.
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
  s.source, s.budget, 'scaled ' || s.metric AS metric, 'higher' AS direction, s.dataset, s.framework,
  d.rows, coalesce(d.one_hot, d.features) AS features, s.scaled AS value
FROM ruled_scores AS s
JOIN datasets AS d ON d.id = s.dataset_key
WHERE s.rule = :impute
  AND (s.source_id, s.budget_id, s.metric_id) = (SELECT source_id, budget_id, metric_id FROM subject)
  AND s.scaled IS NOT NULL
  AND d.rows IS NOT NULL
ORDER BY s.dataset, s.dataset_key, s.framework
