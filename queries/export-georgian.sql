-- title: The original's compiled_results.csv
-- param: source: text = null        only this source
-- The ids are those of the bucket or of the original's plan; a run outside both has none.
SELECT
  id AS ID,
  model AS MODEL,
  dataset_id AS DATASET_ID,
  type AS TYPE,
  seed AS SEED,
  mse AS MSE,
  r2 AS R2_SCORE,
  logloss AS LOGLOSS,
  f1 AS F1_SCORE
FROM compiled_results
WHERE source = coalesce(:source, source)
ORDER BY id IS NULL, id, run_id
