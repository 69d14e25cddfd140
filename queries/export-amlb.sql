-- title: AMLB's results.csv
-- param: source: text = null        only this source
-- `result` is the score the run was asked to do well in, with AMLB's sign: higher is better. Where a
-- source did not say, it is the score of the first metric that applies.
WITH asked AS (
  SELECT
    r.id AS run_id,
    coalesce(r.metric_id, (SELECT min(metric_id) FROM scores WHERE run_id = r.id)) AS metric_id
  FROM current_runs AS r
)
SELECT
  CASE WHEN t.openml_task_id IS NOT NULL THEN 'openml.org/t/' || t.openml_task_id END AS id,
  v.dataset AS task,
  v.framework,
  v.budget AS "constraint",
  v.fold,
  v.type,
  CASE m.direction WHEN 'lower' THEN -s.value ELSE s.value END AS result,
  CASE m.direction WHEN 'lower' THEN 'neg_' ELSE '' END || m.name AS metric,
  v.version,
  r.started_at AS utc,
  r.duration,
  r.train_seconds AS training_duration,
  r.predict_seconds AS predict_duration,
  coalesce(json_extract(r.details, '$.seed'), v.seed) AS seed,
  r.message AS info,
  v.acc, v.auc, v.balacc, v.logloss, v.mae, v.r2, v.rmse
FROM results AS v
JOIN current_runs AS r ON r.id = v.run_id
JOIN tasks AS t ON t.id = v.task_id
JOIN asked AS a ON a.run_id = v.run_id
LEFT JOIN metrics AS m ON m.id = a.metric_id
LEFT JOIN scores AS s ON s.run_id = v.run_id AND s.metric_id = a.metric_id
WHERE v.source = coalesce(:source, v.source)
ORDER BY v.run_id
