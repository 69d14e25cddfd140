-- title: Mean and median over datasets of each framework's mean score, and the median scaled from 0 to 1
-- param: source: text               the source
-- param: budget: text               the budget
-- param: metric: text = null        only this metric
-- param: impute: text = drop        drop, worst, reference or original
-- analysis: 30
-- `notch` is 1.57 IQR / sqrt(n), half an interval for comparing medians (McGill, Tukey and Larsen 1978).
-- n is the number of datasets; the original takes the number of runs of the type by four instead.
WITH
  means AS (
    SELECT metric_id, metric, framework, dataset_key, value, scaled, scores, imputed
    FROM ruled_scores
    WHERE rule = :impute
      AND source = :source
      AND budget = :budget
      AND metric = coalesce(:metric, metric)
  ),
  entrants AS (
    SELECT metric_id, count(DISTINCT framework) AS frameworks, sum(scores) AS runs
    FROM means
    GROUP BY metric_id
  ),
  complete AS (
    SELECT metric_id, dataset_key
    FROM means
    JOIN entrants USING (metric_id)
    GROUP BY metric_id, dataset_key
    HAVING count(*) = max(frameworks)
  )
SELECT
  m.metric,
  m.framework,
  count(*) AS datasets,
  avg(m.value) AS mean,
  median(m.value) AS median,
  1.57 * iqr(m.value) / sqrt(CASE :impute WHEN 'original' THEN e.runs / 4.0 ELSE count(*) END)
    AS notch,
  median(m.scaled) AS scaled_median,
  1.57 * iqr(m.scaled) / sqrt(CASE :impute WHEN 'original' THEN e.runs / 4.0 ELSE count(*) END)
    AS scaled_notch,
  sum(m.imputed) AS imputed
FROM means AS m
JOIN complete AS c USING (metric_id, dataset_key)
JOIN entrants AS e USING (metric_id)
GROUP BY m.metric_id, m.framework
ORDER BY m.metric_id, scaled_median DESC, m.framework
