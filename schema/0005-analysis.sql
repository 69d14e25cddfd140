-- title: Coverage, and dataset means under each rule for what is missing
-- Each arm of `ruled_means` is one rule; a query that names a rule pays for no other.

-- What can be analysed: a metric under a budget in a source, and how much there is of it.
CREATE VIEW subjects AS
SELECT
  o.name AS source,
  b.name AS budget,
  m.name AS metric,
  m.direction,
  c.source_id,
  c.budget_id,
  c.metric_id,
  sum(c.scores) AS scores,
  count(DISTINCT c.framework_id) AS frameworks,
  count(DISTINCT c.dataset_id) AS datasets
FROM cell_scores AS c
JOIN sources AS o ON o.id = c.source_id
JOIN budgets AS b ON b.id = c.budget_id
JOIN metrics AS m ON m.id = c.metric_id
GROUP BY c.source_id, c.budget_id, c.metric_id;

-- Expected of a framework on a dataset: as many tasks as any framework of the source has there, and
-- those that are planned and that no source has run yet.
CREATE VIEW coverage AS
WITH
  planned AS (   -- in the order of the index
    SELECT framework_id, dataset_id, budget_id, type, count(*) AS tasks
    FROM tasks
    GROUP BY framework_id, dataset_id, budget_id, type
  ),
  open AS (
    SELECT p.budget_id, p.dataset_id, p.type, f.competitor AS framework_id,
      sum((
        SELECT count(*) FROM tasks AS t
        WHERE t.framework_id = p.framework_id AND t.dataset_id = p.dataset_id
          AND t.budget_id = p.budget_id AND t.type = p.type
          AND NOT EXISTS (SELECT 1 FROM current_runs AS r WHERE r.task_id = t.id)
      )) AS tasks
    FROM planned AS p
    JOIN frameworks AS f ON f.id = p.framework_id
    -- Where a source has run all that is planned, nothing is open.
    WHERE (p.framework_id, p.dataset_id, p.budget_id, p.type, p.tasks) NOT IN (
      SELECT framework_id, dataset_id, budget_id, type, tasks FROM cells)
    GROUP BY p.budget_id, p.dataset_id, p.type, f.competitor
  ),
  entrants AS (
    SELECT DISTINCT source_id, budget_id, framework_id FROM cells
  ),
  attempted AS (
    SELECT
      e.source_id, e.budget_id, g.dataset_id, g.type, e.framework_id,
      coalesce(c.tasks, 0) + coalesce(o.tasks, 0) AS tasks
    FROM entrants AS e
    JOIN (
      SELECT DISTINCT source_id, budget_id, dataset_id, type FROM cells
      UNION
      SELECT e.source_id, o.budget_id, o.dataset_id, o.type
      FROM open AS o JOIN entrants AS e USING (budget_id)
      WHERE o.tasks > 0
    ) AS g USING (source_id, budget_id)
    LEFT JOIN cells AS c USING (source_id, budget_id, dataset_id, framework_id, type)
    LEFT JOIN open AS o USING (budget_id, dataset_id, framework_id, type)
  ),
  expected AS (
    SELECT source_id, budget_id, dataset_id, type, max(tasks) AS tasks
    FROM attempted
    GROUP BY source_id, budget_id, dataset_id, type
  )
SELECT
  a.source_id, a.budget_id, f.name AS framework, a.dataset_id, a.type,
  x.tasks AS expected,
  coalesce(c.runs, 0) AS runs,
  coalesce(c.failed, 0) AS failed,
  coalesce(c.finished, 0) AS finished,
  x.tasks - coalesce(c.finished, 0) AS missing
FROM attempted AS a
JOIN expected AS x USING (source_id, budget_id, dataset_id, type)
JOIN frameworks AS f ON f.id = a.framework_id
LEFT JOIN cells AS c USING (source_id, budget_id, dataset_id, framework_id, type)
WHERE x.tasks > 0;

-- The worst and the best run of each dataset where a metric was measured.
CREATE VIEW dataset_bounds AS
SELECT
  source_id, budget_id, metric_id, dataset_id, min(least) AS least, max(greatest) AS greatest
FROM cell_scores
GROUP BY source_id, budget_id, metric_id, dataset_id;

-- Every framework that ran where a metric was measured, on every dataset where it was. `points` is how
-- many tasks of the dataset the one that got furthest finished, `finished` how many this one did.
CREATE VIEW entries AS
WITH
  done AS (
    SELECT g.source_id, g.budget_id, g.metric_id, g.dataset_id, c.framework_id,
      sum(c.finished) AS finished
    FROM dataset_bounds AS g
    JOIN metrics AS m ON m.id = g.metric_id
    JOIN cells AS c
      ON c.source_id = g.source_id AND c.budget_id = g.budget_id AND c.dataset_id = g.dataset_id
    -- A dataset may be run as two types; a metric that is for neither counts both.
    WHERE instr(m.types, c.type) > 0
       OR NOT EXISTS (
         SELECT 1 FROM cells AS o
         WHERE o.source_id = g.source_id AND o.budget_id = g.budget_id
           AND o.dataset_id = g.dataset_id AND instr(m.types, o.type) > 0)
    GROUP BY g.source_id, g.budget_id, g.metric_id, g.dataset_id, c.framework_id
  ),
  points AS (
    SELECT source_id, budget_id, metric_id, dataset_id, max(finished) AS points
    FROM done
    GROUP BY source_id, budget_id, metric_id, dataset_id
  ),
  entrants AS (
    SELECT DISTINCT source_id, budget_id, metric_id, framework_id FROM done
  )
SELECT
  g.source_id, g.budget_id, g.metric_id, e.framework_id, f.name AS framework, g.dataset_id,
  p.points, coalesce(d.finished, 0) AS finished, g.least, g.greatest
FROM dataset_bounds AS g
JOIN points AS p USING (source_id, budget_id, metric_id, dataset_id)
JOIN entrants AS e USING (source_id, budget_id, metric_id)
JOIN frameworks AS f ON f.id = e.framework_id
LEFT JOIN done AS d USING (source_id, budget_id, metric_id, dataset_id, framework_id);

-- What the original keeps: the dataset and seed pairs that every framework finished, and |R2| for R2.
CREATE VIEW original_scores AS
WITH
  entrants AS (
    SELECT source_id, budget_id, count(DISTINCT framework_id) AS frameworks
    FROM cells
    WHERE finished > 0
    GROUP BY source_id, budget_id
  ),
  kept AS (
    SELECT r.source_id, t.budget_id, t.dataset_id, t.type, t.seed, t.fold
    FROM current_runs AS r
    JOIN tasks AS t ON t.id = r.task_id
    JOIN frameworks AS f ON f.id = t.framework_id
    JOIN entrants AS e ON e.source_id = r.source_id AND e.budget_id = t.budget_id
    WHERE r.status = 'ok'
    GROUP BY r.source_id, t.budget_id, t.dataset_id, t.type, t.seed, t.fold
    HAVING count(DISTINCT f.competitor) = max(e.frameworks)
  )
SELECT
  r.source_id, t.budget_id, s.metric_id, f.name AS framework, t.dataset_id, t.type, t.seed, t.fold,
  CASE m.name WHEN 'r2' THEN abs(s.value) ELSE s.value END AS value
FROM current_runs AS r
JOIN tasks AS t ON t.id = r.task_id
JOIN frameworks AS f ON f.id = t.framework_id
JOIN scores AS s ON s.run_id = r.id
JOIN metrics AS m ON m.id = s.metric_id
JOIN kept AS k
  ON k.source_id = r.source_id AND k.budget_id = t.budget_id AND k.dataset_id = t.dataset_id
 AND k.type = t.type AND k.seed = t.seed AND k.fold = t.fold
WHERE r.status = 'ok';

-- What stands in for a missing score under the rule `reference`: the baseline's on the same fold.
CREATE VIEW reference_scores AS
SELECT
  r.source_id, t.budget_id, s.metric_id, t.dataset_id, t.seed, t.fold, avg(s.value) AS value
FROM frameworks AS f
JOIN tasks AS t ON t.framework_id = f.id
JOIN current_runs AS r ON r.task_id = t.id AND r.status = 'ok'
JOIN scores AS s ON s.run_id = r.id
WHERE f.baseline = 1
GROUP BY r.source_id, t.budget_id, s.metric_id, t.dataset_id, t.seed, t.fold;

CREATE VIEW ruled_means AS
-- A framework's own scores only; what it did not finish is left out.
SELECT
  'drop' AS rule, d.source_id, d.budget_id, d.metric_id, d.framework, d.dataset_id,
  d.mean, b.least, b.greatest, d.scores, d.imputed
FROM dataset_bounds AS b
JOIN dataset_means AS d USING (source_id, budget_id, metric_id, dataset_id)

UNION ALL

-- A missing score is the worst that any framework had on the dataset.
SELECT
  'worst', e.source_id, e.budget_id, e.metric_id, e.framework, e.dataset_id,
  (coalesce(d.mean * e.finished, 0)
    + (e.points - CASE WHEN d.mean IS NULL THEN 0 ELSE e.finished END)
      * CASE m.direction WHEN 'higher' THEN e.least ELSE e.greatest END) / e.points,
  e.least, e.greatest, e.points,
  coalesce(d.imputed, 0) + e.points - CASE WHEN d.mean IS NULL THEN 0 ELSE e.finished END
FROM entries AS e
JOIN metrics AS m ON m.id = e.metric_id
LEFT JOIN dataset_means AS d USING (source_id, budget_id, metric_id, framework_id, dataset_id)

UNION ALL

-- A missing score is the baseline's on the same dataset, seed and fold, as in AMLB (JMLR 25, 2024).
SELECT
  'reference', e.source_id, e.budget_id, e.metric_id, e.framework, e.dataset_id,
  (coalesce(d.mean * e.finished, 0) + coalesce(sum(f.value), 0))
    / (CASE WHEN d.mean IS NULL THEN 0 ELSE e.finished END + count(f.value)),
  e.least, e.greatest,
  CASE WHEN d.mean IS NULL THEN 0 ELSE e.finished END + count(f.value),
  coalesce(d.imputed, 0) + count(f.value)
FROM entries AS e
LEFT JOIN dataset_means AS d USING (source_id, budget_id, metric_id, framework_id, dataset_id)
LEFT JOIN reference_scores AS f
  ON (e.finished < e.points OR d.mean IS NULL)
 AND f.source_id = e.source_id AND f.budget_id = e.budget_id AND f.metric_id = e.metric_id
 AND f.dataset_id = e.dataset_id
 AND NOT EXISTS (
   SELECT 1
   FROM frameworks AS w
   JOIN tasks AS t
     ON t.framework_id = w.id AND t.dataset_id = f.dataset_id AND t.seed = f.seed
    AND t.fold = f.fold AND t.budget_id = f.budget_id
   JOIN current_runs AS r ON r.task_id = t.id AND r.source_id = f.source_id AND r.status = 'ok'
   JOIN scores AS s ON s.run_id = r.id AND s.metric_id = f.metric_id
   WHERE w.competitor = e.framework_id)
GROUP BY e.source_id, e.budget_id, e.metric_id, e.framework_id, e.dataset_id
HAVING d.mean IS NOT NULL OR count(f.value) > 0

UNION ALL

-- What the original takes means of.
SELECT
  'original', source_id, budget_id, metric_id, framework, dataset_id,
  avg(value), min(least), max(greatest), count(*), 0
FROM (
  SELECT
    source_id, budget_id, metric_id, framework, dataset_id, value,
    min(value) OVER ground AS least,
    max(value) OVER ground AS greatest
  FROM original_scores
  WINDOW ground AS (PARTITION BY source_id, budget_id, metric_id, dataset_id)
)
GROUP BY source_id, budget_id, metric_id, framework, dataset_id;

-- OpenML has datasets of one name: those are told apart by their id.
CREATE VIEW dataset_labels AS
SELECT
  id,
  CASE
    WHEN openml_id IS NOT NULL AND count(*) OVER (PARTITION BY name) > 1
      THEN name || ' (' || openml_id || ')'
    ELSE name
  END AS label
FROM datasets;

-- `scaled` is 0 at the worst run that any framework had on the dataset and 1 at the best, NULL where all
-- were alike. Standardising first, as the original does, changes nothing.
CREATE VIEW ruled_scores AS
SELECT
  r.rule,
  o.name AS source,
  b.name AS budget,
  m.name AS metric,
  m.direction,
  l.label AS dataset,
  d.openml_id AS dataset_id,
  r.framework,
  r.mean AS value,
  CASE m.direction
    WHEN 'higher' THEN (r.mean - r.least) / nullif(r.greatest - r.least, 0)
    ELSE (r.greatest - r.mean) / nullif(r.greatest - r.least, 0)
  END AS scaled,
  r.scores,
  r.imputed,
  r.source_id,
  r.budget_id,
  r.metric_id,
  r.dataset_id AS dataset_key
FROM ruled_means AS r
JOIN sources AS o ON o.id = r.source_id
JOIN budgets AS b ON b.id = r.budget_id
JOIN metrics AS m ON m.id = r.metric_id
JOIN datasets AS d ON d.id = r.dataset_id
JOIN dataset_labels AS l ON l.id = r.dataset_id;
