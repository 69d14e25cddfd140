-- title: Scores from version to version, or from month to month
-- param: framework: text = null     only this framework; null takes those that have several steps
-- param: by: text = version         a step is a version, a month or a source
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: budget: text = null        the budget; null likewise
-- figure: trend x=step y=value treatment=framework block=dataset direction=direction
-- A score is scaled within its dataset, from the worst run to the best of all steps.
WITH
  subject AS (
    SELECT budget, metric, direction, budget_id, metric_id
    FROM subjects
    WHERE metric = coalesce(:metric, metric)
      AND budget = coalesce(:budget, budget)
    GROUP BY budget_id, metric_id
    ORDER BY sum(scores) DESC, metric_id, budget_id
    LIMIT 1
  ),
  scored AS (
    SELECT
      k.budget, k.metric, k.direction, f.name AS framework, t.dataset_id,
      CASE :by WHEN 'month' THEN substr(r.started_at, 1, 7) WHEN 'source' THEN o.name ELSE f.version END
        AS step,
      avg(s.value) AS value
    FROM subject AS k
    JOIN tasks AS t ON t.budget_id = k.budget_id
    JOIN current_runs AS r ON r.task_id = t.id AND r.status = 'ok'
    JOIN scores AS s ON s.run_id = r.id AND s.metric_id = k.metric_id
    JOIN frameworks AS f ON f.id = t.framework_id
    JOIN sources AS o ON o.id = r.source_id
    WHERE f.name = coalesce(:framework, f.name)
    GROUP BY k.budget, k.metric, k.direction, f.name, t.dataset_id, step
  ),
  stepping AS (
    SELECT framework
    FROM scored
    WHERE step <> ''
    GROUP BY framework
    HAVING count(DISTINCT step) > 1
  ),
  bounds AS (
    SELECT dataset_id, min(value) AS least, max(value) AS greatest
    FROM scored
    GROUP BY dataset_id
  )
SELECT
  s.budget, 'scaled ' || s.metric AS metric, 'higher' AS direction, s.framework, s.step,
  d.label AS dataset,
  CASE s.direction
    WHEN 'higher' THEN (s.value - b.least) / (b.greatest - b.least)
    ELSE (b.greatest - s.value) / (b.greatest - b.least)
  END AS value,
  s.value AS score
FROM scored AS s
JOIN stepping USING (framework)
JOIN bounds AS b ON b.dataset_id = s.dataset_id AND b.greatest > b.least
JOIN dataset_labels AS d ON d.id = s.dataset_id
WHERE s.step <> ''
ORDER BY s.framework, s.step, d.label, s.dataset_id
