-- title: The views that people query
-- Their columns are stable: add at the end, never rename.

CREATE VIEW results AS
SELECT
  r.id AS run_id,
  r.task_id,
  f.name AS framework,
  f.version,
  d.openml_id AS dataset_id,
  d.name AS dataset,
  t.type,
  t.seed,
  t.fold,
  b.name AS budget,
  r.status,
  r.class,
  r.duration,
  o.name AS source,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 6) AS mse,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 7) AS r2,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 3) AS logloss,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 1) AS f1,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 2) AS auc,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 4) AS acc,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 5) AS balacc,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 8) AS rmse,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 9) AS mae,
  r.imputed
FROM current_runs AS r
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN datasets AS d ON d.id = t.dataset_id
JOIN budgets AS b ON b.id = t.budget_id
JOIN sources AS o ON o.id = r.source_id;

CREATE VIEW measurements AS
SELECT
  r.id AS run_id,
  r.task_id,
  f.name AS framework,
  d.openml_id AS dataset_id,
  d.name AS dataset,
  t.type,
  t.seed,
  t.fold,
  b.name AS budget,
  m.name AS metric,
  m.direction,
  s.value,
  o.name AS source
FROM current_runs AS r
JOIN scores AS s ON s.run_id = r.id
JOIN metrics AS m ON m.id = s.metric_id
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN datasets AS d ON d.id = t.dataset_id
JOIN budgets AS b ON b.id = t.budget_id
JOIN sources AS o ON o.id = r.source_id;

CREATE VIEW missing AS
SELECT
  t.id AS task_id,
  f.name AS framework,
  d.openml_id AS dataset_id,
  d.name AS dataset,
  t.type,
  t.seed,
  t.fold,
  b.name AS budget,
  (SELECT count(*) FROM current_runs WHERE task_id = t.id) AS attempts,
  (SELECT class FROM current_runs WHERE task_id = t.id ORDER BY started_at DESC, id DESC LIMIT 1)
    AS last_class
FROM tasks AS t
JOIN frameworks AS f ON f.id = t.framework_id
JOIN datasets AS d ON d.id = t.dataset_id
JOIN budgets AS b ON b.id = t.budget_id
WHERE NOT EXISTS (SELECT 1 FROM current_runs WHERE task_id = t.id AND status = 'ok');

CREATE VIEW failures AS
SELECT
  r.id AS run_id,
  r.task_id,
  f.name AS framework,
  d.name AS dataset,
  t.seed,
  t.fold,
  r.class,
  r.message,
  (SELECT max(id) FROM logs WHERE run_id = r.id) AS log_id
FROM current_runs AS r
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN datasets AS d ON d.id = t.dataset_id
WHERE r.status IN ('failed', 'timeout', 'killed');

-- What the original's compiled_results.csv is made of. `line` is what follows the ID in it where these
-- values, printed as Python prints them, would not give it byte for byte.
CREATE VIEW compiled_results AS
SELECT
  r.id AS run_id,
  coalesce(b.original_id, t.original_id) AS id,
  f.name AS model,
  coalesce(d.openml_id, d.name) AS dataset_id,
  t.type,
  t.seed,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 6) AS mse,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 7) AS r2,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 3) AS logloss,
  (SELECT value FROM scores WHERE run_id = r.id AND metric_id = 1) AS f1,
  CASE b.kind WHEN 'result' THEN r.details ->> '$.line' END AS line,
  o.name AS source
FROM current_runs AS r
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN datasets AS d ON d.id = t.dataset_id
JOIN sources AS o ON o.id = r.source_id
LEFT JOIN objects AS b ON b.run_id = r.id AND b.kind = 'result'
WHERE r.status = 'ok' OR b.kind = 'result';

-- A framework's mean on a dataset, over seeds, folds and versions.
CREATE VIEW dataset_means AS
SELECT
  c.source_id,
  c.budget_id,
  c.metric_id,
  c.framework_id,
  f.name AS framework,
  c.dataset_id,
  c.scores,
  c.mean,
  c.least,
  c.greatest,
  c.imputed
FROM cell_scores AS c
JOIN frameworks AS f ON f.id = c.framework_id;

-- A block is a dataset that every framework of the source, budget and metric finished.
CREATE VIEW blocks AS
WITH entrants AS (
  SELECT source_id, budget_id, metric_id, count(DISTINCT framework_id) AS frameworks
  FROM cell_scores
  GROUP BY source_id, budget_id, metric_id
)
SELECT c.source_id, c.budget_id, c.metric_id, c.dataset_id
FROM cell_scores AS c
JOIN entrants AS e USING (source_id, budget_id, metric_id)
GROUP BY c.source_id, c.budget_id, c.metric_id, c.dataset_id
HAVING count(*) = max(e.frameworks);

-- Tied means share the mean of the places they take, and a win.
CREATE VIEW dataset_ranks AS
WITH placed AS (
  SELECT
    m.source_id, m.budget_id, m.metric_id, m.framework_id, m.dataset_id, m.mean,
    rank() OVER places AS first,
    count(*) OVER places AS last
  FROM blocks AS b
  JOIN dataset_means AS m USING (source_id, budget_id, metric_id, dataset_id)
  JOIN metrics AS k ON k.id = m.metric_id
  WINDOW places AS (
    PARTITION BY m.source_id, m.budget_id, m.metric_id, m.dataset_id
    ORDER BY CASE k.direction WHEN 'higher' THEN -m.mean ELSE m.mean END)
)
SELECT
  source_id, budget_id, metric_id, framework_id, dataset_id, mean,
  (first + last) / 2.0 AS rank,
  CASE first WHEN 1 THEN 1.0 / last ELSE 0.0 END AS win
FROM placed;

CREATE VIEW leaderboard AS
WITH
  sizes AS (
    SELECT source_id, budget_id, metric_id, count(*) AS blocks
    FROM blocks
    GROUP BY source_id, budget_id, metric_id
  ),
  ranked AS (
    SELECT
      source_id, budget_id, metric_id, framework_id, mean, rank, win,
      row_number() OVER (
        PARTITION BY source_id, budget_id, metric_id, framework_id ORDER BY mean) AS position
    FROM dataset_ranks
  ),
  standings AS (
    SELECT
      r.source_id, r.budget_id, r.metric_id, r.framework_id,
      avg(r.rank) AS mean_rank,
      sum(r.win) AS wins,
      avg(r.mean) AS mean,
      -- The middle value, or the mean of the middle two.
      avg(r.mean) FILTER (WHERE r.position IN ((s.blocks + 1) / 2, (s.blocks + 2) / 2)) AS median
    FROM ranked AS r
    JOIN sizes AS s USING (source_id, budget_id, metric_id)
    GROUP BY r.source_id, r.budget_id, r.metric_id, r.framework_id
  ),
  measured AS (   -- the datasets that have any score of a metric: where its failures count
    SELECT DISTINCT source_id, budget_id, metric_id, dataset_id FROM cell_scores
  ),
  attempts AS (
    SELECT
      m.source_id, m.budget_id, m.metric_id, c.framework_id,
      sum(c.runs) AS runs, sum(c.failed) AS failed
    FROM measured AS m
    JOIN cells AS c USING (source_id, budget_id, dataset_id)
    GROUP BY m.source_id, m.budget_id, m.metric_id, c.framework_id
  )
SELECT
  o.name AS source,
  b.name AS budget,
  m.name AS metric,
  f.name AS framework,
  s.mean_rank,
  s.wins,
  s.mean,
  s.median,
  a.runs,
  a.failed
FROM attempts AS a
JOIN sources AS o ON o.id = a.source_id
JOIN budgets AS b ON b.id = a.budget_id
JOIN metrics AS m ON m.id = a.metric_id
JOIN frameworks AS f ON f.id = a.framework_id
LEFT JOIN standings AS s USING (source_id, budget_id, metric_id, framework_id);
