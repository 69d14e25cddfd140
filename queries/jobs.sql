-- title: Tasks that are running and tasks that wait to be run
SELECT
  f.name AS framework,
  f.version,
  d.name AS dataset,
  t.type,
  t.seed,
  b.name AS budget,
  j.backend,
  j.state,
  j.submitted_at,
  j.started_at
FROM jobs AS j
JOIN tasks AS t ON t.id = j.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN datasets AS d ON d.id = t.dataset_id
JOIN budgets AS b ON b.id = t.budget_id
WHERE j.state IN ('queued', 'running')
ORDER BY j.state DESC, j.started_at, j.id
