-- title: How long each framework ran, in seconds
-- param: source: text = null        only this source
SELECT
  o.name AS source,
  b.name AS budget,
  f.name AS framework,
  count(r.duration) AS runs,
  avg(r.duration) AS mean,
  median(r.duration) AS median,
  max(r.duration) AS longest,
  b.soft_seconds AS soft_limit,
  count(*) FILTER (WHERE r.duration > b.soft_seconds) AS over_soft_limit,
  avg(r.train_seconds) AS mean_training,
  avg(r.predict_seconds) AS mean_prediction,
  max(r.peak_memory_mb) AS peak_memory_mb
FROM current_runs AS r
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN budgets AS b ON b.id = t.budget_id
JOIN sources AS o ON o.id = r.source_id
WHERE o.name = coalesce(:source, o.name)
GROUP BY o.name, b.name, f.name, b.soft_seconds
ORDER BY source, budget, median, framework
