-- title: Score against the time that predictions take
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- figure: pareto x=seconds y=value treatment=framework direction=direction cost=cost
-- report: 40
-- The baseline, which costs nothing and tells nothing, is left out. Where no run says how long its predictions took, the time is that of training.
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
    SELECT source, budget, metric, framework, avg(scaled) AS value, count(*) AS datasets
    FROM ruled_scores
    WHERE rule = :impute
      AND (source_id, budget_id, metric_id) = (SELECT source_id, budget_id, metric_id FROM subject)
      AND scaled IS NOT NULL
      AND framework NOT IN (SELECT name FROM frameworks WHERE baseline = 1)
    GROUP BY source, budget, metric, framework
  ),
  timed AS (
    SELECT
      f.name AS framework, median(r.predict_seconds) AS prediction,
      median(coalesce(r.train_seconds, r.duration)) AS training
    FROM subject AS k
    JOIN current_runs AS r ON r.source_id = k.source_id AND r.status = 'ok'
    JOIN scores AS v ON v.run_id = r.id AND v.metric_id = k.metric_id
    JOIN tasks AS t ON t.id = r.task_id AND t.budget_id = k.budget_id
    JOIN frameworks AS f ON f.id = t.framework_id
    GROUP BY f.name
  )
SELECT
  d.source, d.budget, 'mean scaled ' || d.metric AS metric, 'higher' AS direction, d.framework,
  d.value, d.datasets,
  CASE WHEN sum(t.prediction) OVER () IS NULL THEN t.training ELSE t.prediction END AS seconds,
  CASE
    WHEN sum(t.prediction) OVER () IS NULL THEN 'median training time, seconds'
    ELSE 'median prediction time, seconds'
  END AS cost,
  CASE WHEN min(d.datasets) OVER () < max(d.datasets) OVER ()
    THEN 'means of ' || min(d.datasets) OVER () || ' to ' || max(d.datasets) OVER () || ' datasets'
  END AS note
FROM drawn AS d
JOIN timed AS t USING (framework)
ORDER BY d.framework
