-- title: Each framework's mean score on each dataset, and what the dataset is like
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- categorical is the part of the features that have categories, where the columns are known.
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
  s.source, s.budget, s.metric, s.direction, s.dataset, s.framework, s.value, s.scores, s.imputed,
  d.rows,
  d.features,
  d.classes,
  (
    SELECT avg(c.type = 'categorical')
    FROM dataset_columns AS c
    WHERE c.dataset_id = d.id AND c.type <> 'target'
  ) AS categorical
FROM ruled_scores AS s
JOIN datasets AS d ON d.id = s.dataset_key
WHERE s.rule = :impute
  AND (s.source_id, s.budget_id, s.metric_id)
    = (SELECT source_id, budget_id, metric_id FROM subject)
ORDER BY s.dataset, s.dataset_key, s.framework
