-- title: Every framework against every other, over the datasets that both finished
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
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
  means AS (
    SELECT m.framework, m.dataset_id, m.mean, s.direction, s.source, s.budget, s.metric
    FROM subject AS s
    JOIN dataset_means AS m USING (source_id, budget_id, metric_id)
  ),
  differences AS (
    SELECT
      a.source, a.budget, a.metric, a.framework AS a, b.framework AS b, a.mean - b.mean AS difference,
      CASE
        WHEN a.mean = b.mean THEN 0
        WHEN (a.mean > b.mean) = (a.direction = 'higher') THEN 1
        ELSE -1
      END AS outcome
    FROM means AS a
    JOIN means AS b ON b.dataset_id = a.dataset_id AND b.framework > a.framework
  )
SELECT
  source, budget, metric, a, b,
  count(*) AS datasets,
  count(*) FILTER (WHERE outcome = 1) AS wins,
  count(*) FILTER (WHERE outcome = 0) AS ties,
  count(*) FILTER (WHERE outcome = -1) AS losses,
  avg(difference) AS mean_difference,
  median(difference) AS median_difference
FROM differences
GROUP BY source, budget, metric, a, b
ORDER BY a, b
