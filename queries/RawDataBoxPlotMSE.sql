-- title: MSE of every run, scaled per dataset and turned so that 1 is best
-- param: metric = mse
-- param: source: text = null        the source; null takes the one with the most scores
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        original draws only the dataset and seed pairs that all finished
-- figure: box x=framework y=value direction=direction
-- analysis: 100
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
  values_drawn AS (
    SELECT f.name AS framework, t.dataset_id, s.value
    FROM subject AS k
    JOIN current_runs AS r ON r.source_id = k.source_id AND r.status = 'ok'
    JOIN tasks AS t ON t.id = r.task_id AND t.budget_id = k.budget_id
    JOIN frameworks AS f ON f.id = t.framework_id
    JOIN scores AS s ON s.run_id = r.id AND s.metric_id = k.metric_id
    WHERE :impute <> 'original'
    UNION ALL
    SELECT s.framework, s.dataset_id, s.value
    FROM subject AS k
    JOIN original_scores AS s USING (source_id, budget_id, metric_id)
    WHERE :impute = 'original'
  ),
  bounds AS (
    SELECT dataset_id, min(value) AS least, max(value) AS greatest
    FROM values_drawn
    GROUP BY dataset_id
  )
SELECT
  o.name AS source,
  b.name AS budget,
  'scaled ' || m.name AS metric,
  'higher' AS direction,
  v.framework,
  CASE m.direction
    WHEN 'higher' THEN (v.value - e.least) / (e.greatest - e.least)
    ELSE (e.greatest - v.value) / (e.greatest - e.least)
  END AS value
FROM values_drawn AS v
JOIN bounds AS e ON e.dataset_id = v.dataset_id AND e.greatest > e.least
JOIN subject AS k
JOIN sources AS o ON o.id = k.source_id
JOIN budgets AS b ON b.id = k.budget_id
JOIN metrics AS m ON m.id = k.metric_id
ORDER BY v.framework, value
