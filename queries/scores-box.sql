-- title: Each framework's score on each dataset, from the reference's (0) to the best one (1)
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- figure: box x=framework y=value direction=direction points=all least=-1
-- report: 30
-- The reference is the baseline where one ran, which is then not drawn, else the worst framework.
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
      s.source, s.budget, s.metric, s.direction, s.dataset, s.dataset_key, s.framework, s.value,
      s.imputed,
      EXISTS (SELECT 1 FROM frameworks AS f WHERE f.name = s.framework AND f.baseline = 1) AS baseline
    FROM ruled_scores AS s
    WHERE s.rule = :impute
      AND (s.source_id, s.budget_id, s.metric_id)
        = (SELECT source_id, budget_id, metric_id FROM subject)
  ),
  bounds AS (
    SELECT
      dataset_key,
      CASE direction WHEN 'higher' THEN max(value) ELSE min(value) END AS best,
      coalesce(
        avg(value) FILTER (WHERE baseline = 1),
        CASE direction WHEN 'higher' THEN min(value) ELSE max(value) END) AS reference,
      max(baseline) AS has_baseline
    FROM drawn
    GROUP BY dataset_key, direction
  )
SELECT
  d.source, d.budget, 'scaled ' || d.metric AS metric, 'higher' AS direction, d.dataset, d.framework,
  (d.value - b.reference) / (b.best - b.reference) AS value, d.value AS score, d.imputed,
  CASE (SELECT min(has_baseline) || max(has_baseline) FROM bounds)
    WHEN '11' THEN '0: the constant predictor, 1: the best framework on the dataset'
    WHEN '00' THEN '0: the worst framework on the dataset, 1: the best'
    ELSE '0: the constant predictor, else the worst framework on the dataset, 1: the best'
  END AS note
FROM drawn AS d
JOIN bounds AS b USING (dataset_key)
WHERE b.best <> b.reference AND d.baseline = 0
ORDER BY d.framework, d.dataset, d.dataset_key
