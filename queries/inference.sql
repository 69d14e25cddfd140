-- title: How long each framework takes to predict 1, 10, 100, 1000 rows, in seconds
-- param: source: text = null        only this source
SELECT
  o.name AS source,
  b.name AS budget,
  f.name AS framework,
  CAST(e.key AS INTEGER) AS rows,
  count(*) AS runs,
  median(e.value) AS seconds,
  max(e.value) AS longest
FROM current_runs AS r
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN budgets AS b ON b.id = t.budget_id
JOIN sources AS o ON o.id = r.source_id
JOIN json_each(r.details, '$.inference_seconds') AS e
WHERE o.name = coalesce(:source, o.name)
  AND e.key IN ('1', '10', '100', '1000')
GROUP BY o.name, b.name, f.name, e.key
ORDER BY source, budget, framework, rows
