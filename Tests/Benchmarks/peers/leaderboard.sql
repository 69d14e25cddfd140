-- Mean rank, wins and means per framework from a compiled_results.csv, in DuckDB's words.
WITH
  means AS (
    SELECT MODEL AS framework, DATASET_ID AS dataset, avg(F1_SCORE) AS mean
    FROM results
    WHERE TYPE = 'classification'
    GROUP BY ALL
  ),
  placed AS (
    SELECT framework, dataset, mean, rank() OVER (PARTITION BY dataset ORDER BY mean DESC) AS place
    FROM means
  ),
  ranked AS (
    SELECT framework, mean, place, place + (count(*) OVER (PARTITION BY dataset, place) - 1) / 2 AS rank
    FROM placed
  )
SELECT framework, avg(rank) AS mean_rank, count(*) FILTER (WHERE place = 1) AS wins, avg(mean) AS mean
FROM ranked
GROUP BY ALL
ORDER BY mean_rank;
