-- title: The original's compiled_results.csv
-- param: source: text = null        only this source
-- The ids are those of the original's plan; a run outside it has none.
SELECT
  t.original_id AS ID,
  r.framework AS MODEL,
  coalesce(r.dataset_id, r.dataset) AS DATASET_ID,
  r.type AS TYPE,
  r.seed AS SEED,
  r.mse AS MSE,
  r.r2 AS R2_SCORE,
  r.logloss AS LOGLOSS,
  r.f1 AS F1_SCORE
FROM results AS r
JOIN tasks AS t ON t.id = r.task_id
WHERE r.status = 'ok' AND r.source = coalesce(:source, r.source)
ORDER BY t.original_id IS NULL, t.original_id, r.run_id
