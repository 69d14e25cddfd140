-- title: Cells that disagree with the runs they are made from
WITH
  reckoned AS (
    SELECT
      r.source_id, t.budget_id, f.competitor AS framework_id, t.dataset_id, t.type,
      count(*) AS runs,
      count(*) FILTER (WHERE r.status IN ('failed', 'timeout', 'killed')) AS failed,
      count(DISTINCT t.seed || ' ' || t.fold) AS tasks,
      count(DISTINCT t.seed || ' ' || t.fold) FILTER (WHERE r.status = 'ok') AS finished
    FROM current_runs AS r
    JOIN tasks AS t ON t.id = r.task_id
    JOIN frameworks AS f ON f.id = t.framework_id
    GROUP BY r.source_id, t.budget_id, f.competitor, t.dataset_id, t.type
  ),
  reckoned_scores AS (
    SELECT
      r.source_id, t.budget_id, s.metric_id, f.competitor AS framework_id, t.dataset_id,
      count(*) AS scores,
      sum(s.value) AS total
    FROM current_runs AS r
    JOIN tasks AS t ON t.id = r.task_id
    JOIN frameworks AS f ON f.id = t.framework_id
    JOIN scores AS s ON s.run_id = r.id
    WHERE r.status = 'ok'
    GROUP BY r.source_id, t.budget_id, s.metric_id, f.competitor, t.dataset_id
  )
SELECT 'runs' AS cell, source_id, budget_id, framework_id, dataset_id, runs AS counted, NULL AS kept
FROM (SELECT * FROM reckoned EXCEPT SELECT * FROM cells)
UNION ALL
SELECT 'runs', source_id, budget_id, framework_id, dataset_id, NULL, runs
FROM (SELECT * FROM cells EXCEPT SELECT * FROM reckoned)
UNION ALL
SELECT 'scores', a.source_id, a.budget_id, a.framework_id, a.dataset_id, a.total, c.total
FROM reckoned_scores AS a
LEFT JOIN cell_scores AS c USING (source_id, budget_id, metric_id, framework_id, dataset_id)
WHERE c.scores IS NOT a.scores OR abs(c.total - a.total) > 1e-9 * abs(a.total)
UNION ALL
SELECT 'scores', c.source_id, c.budget_id, c.framework_id, c.dataset_id, NULL, c.total
FROM cell_scores AS c
LEFT JOIN reckoned_scores AS a USING (source_id, budget_id, metric_id, framework_id, dataset_id)
WHERE a.scores IS NULL
ORDER BY 1, 2, 3, 4, 5
