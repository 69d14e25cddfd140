-- title: Tasks without a successful run, as task files list them
-- param: missing: integer = 1       1: with those that no run has failed of, 0: without
-- param: failed: integer = 1        1: with those whose last run failed, 0: without
-- param: class: text = null         only tasks whose last run failed of this
-- The ids are those of the original's plan. A task outside it gets one that the plan has not, and the
-- same each time: the original names results in its bucket by id alone.
SELECT
  coalesce(t.original_id, t.id + (SELECT coalesce(max(original_id), 0) FROM tasks)) AS id,
  m.framework,
  f.version,
  coalesce(m.dataset_id, m.dataset) AS dataset,
  m.dataset AS dataset_name,
  m.type,
  m.seed,
  m.fold,
  m.budget,
  t.openml_task_id
FROM missing AS m
JOIN tasks AS t ON t.id = m.task_id
JOIN frameworks AS f ON f.id = t.framework_id
WHERE CASE WHEN m.last_class IS NULL THEN :missing ELSE :failed END
  AND (:class IS NULL OR m.last_class = :class)
ORDER BY id, m.task_id
