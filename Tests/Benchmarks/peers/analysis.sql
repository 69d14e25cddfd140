-- Scaled scores per framework from a compiled_results.csv, in DuckDB's words.
WITH
  signed AS (
    SELECT
      TYPE AS type, MODEL AS framework, DATASET_ID AS dataset,
      CASE TYPE WHEN 'classification' THEN F1_SCORE ELSE -MSE END AS score
    FROM results
  ),
  scaled AS (
    SELECT
      type, framework, dataset,
      (score - min(score) OVER per_dataset)
        / (max(score) OVER per_dataset - min(score) OVER per_dataset) AS score
    FROM signed
    WINDOW per_dataset AS (PARTITION BY type, dataset)
  ),
  means AS (
    SELECT type, framework, dataset, avg(score) AS mean FROM scaled GROUP BY ALL
  )
SELECT type, framework, quantile_cont(mean, [0.25, 0.5, 0.75]) AS quartiles
FROM means
GROUP BY ALL
ORDER BY type, framework;
