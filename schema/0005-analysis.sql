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

-- Expected of a framework on a dataset: as many tasks as any framework of the source has there. Planned
-- datasets that no source has run yet count for every source of the budget.
CREATE VIEW coverage AS
WITH
  planned AS (
    SELECT budget_id, dataset_id, type, max(tasks) AS expected
    FROM (
      SELECT t.budget_id, t.dataset_id, t.type, sum(t.tasks) AS tasks
      FROM (
        SELECT framework_id, dataset_id, budget_id, type, count(*) AS tasks
        FROM tasks
        GROUP BY framework_id, dataset_id, budget_id, type   -- the order of the index
      ) AS t
      JOIN frameworks AS f ON f.id = t.framework_id
      GROUP BY t.budget_id, t.dataset_id, t.type, f.competitor
    )
    GROUP BY budget_id, dataset_id, type
  ),
  entrants AS (
    SELECT DISTINCT source_id, budget_id, framework_id FROM cells
  ),
  grounds AS (
    SELECT DISTINCT source_id, budget_id, dataset_id, type FROM cells
    UNION
    SELECT DISTINCT e.source_id, p.budget_id, p.dataset_id, p.type
    FROM planned AS p
    JOIN entrants AS e ON e.budget_id = p.budget_id
    WHERE (p.budget_id, p.dataset_id, p.type) NOT IN (
      SELECT budget_id, dataset_id, type FROM cells)
  )
SELECT
  g.source_id, g.budget_id, f.name AS framework, g.dataset_id, g.type,
  p.expected,
  coalesce(c.runs, 0) AS runs,
  coalesce(c.failed, 0) AS failed,
  coalesce(c.finished, 0) AS finished,
  p.expected - coalesce(c.finished, 0) AS missing
FROM grounds AS g
JOIN entrants AS e USING (source_id, budget_id)
JOIN frameworks AS f ON f.id = e.framework_id
JOIN planned AS p USING (budget_id, dataset_id, type)
LEFT JOIN cells AS c USING (source_id, budget_id, dataset_id, framework_id, type);

-- Every framework that ran where a metric was measured, on every dataset where it was. `points` is how
-- many scores a framework that finished everything has there.
CREATE VIEW entries AS
WITH
  grounds AS (
    SELECT
      source_id, budget_id, metric_id, dataset_id,
      max(scores) AS points, min(least) AS least, max(greatest) AS greatest
    FROM cell_scores
    GROUP BY source_id, budget_id, metric_id, dataset_id
  ),
  entrants AS (
    SELECT DISTINCT g.source_id, g.budget_id, g.metric_id, c.framework_id
    FROM grounds AS g
    JOIN cells AS c USING (source_id, budget_id, dataset_id)
  )
SELECT
  g.source_id, g.budget_id, g.metric_id, e.framework_id, f.name AS framework, g.dataset_id,
  g.points, g.least, g.greatest
FROM grounds AS g
JOIN entrants AS e USING (source_id, budget_id, metric_id)
JOIN frameworks AS f ON f.id = e.framework_id;

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
    FROM runs AS r
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
FROM runs AS r
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
JOIN runs AS r ON r.task_id = t.id AND r.status = 'ok'
JOIN scores AS s ON s.run_id = r.id
WHERE f.baseline = 1
GROUP BY r.source_id, t.budget_id, s.metric_id, t.dataset_id, t.seed, t.fold;

CREATE VIEW ruled_means AS
-- A framework's own scores only; what it did not finish is left out.
SELECT
  'drop' AS rule, e.source_id, e.budget_id, e.metric_id, e.framework, e.dataset_id,
  d.mean, e.least, e.greatest, d.scores, d.imputed
FROM entries AS e
JOIN dataset_means AS d USING (source_id, budget_id, metric_id, framework_id, dataset_id)

UNION ALL

-- A missing score is the worst that any framework had on the dataset.
SELECT
  'worst', e.source_id, e.budget_id, e.metric_id, e.framework, e.dataset_id,
  (coalesce(d.mean * d.scores, 0)
    + (e.points - coalesce(d.scores, 0))
      * CASE m.direction WHEN 'higher' THEN e.least ELSE e.greatest END) / e.points,
  e.least, e.greatest, e.points,
  coalesce(d.imputed, 0) + e.points - coalesce(d.scores, 0)
FROM entries AS e
JOIN metrics AS m ON m.id = e.metric_id
LEFT JOIN dataset_means AS d USING (source_id, budget_id, metric_id, framework_id, dataset_id)

UNION ALL

-- A missing score is the baseline's on the same dataset, seed and fold, as in AMLB (JMLR 25, 2024).
SELECT
  'reference', e.source_id, e.budget_id, e.metric_id, e.framework, e.dataset_id,
  (coalesce(d.mean * d.scores, 0) + coalesce(sum(f.value), 0))
    / (coalesce(d.scores, 0) + count(f.value)),
  e.least, e.greatest, coalesce(d.scores, 0) + count(f.value),
  coalesce(d.imputed, 0) + count(f.value)
FROM entries AS e
LEFT JOIN dataset_means AS d USING (source_id, budget_id, metric_id, framework_id, dataset_id)
LEFT JOIN reference_scores AS f
  ON coalesce(d.scores, 0) < e.points
 AND f.source_id = e.source_id AND f.budget_id = e.budget_id AND f.metric_id = e.metric_id
 AND f.dataset_id = e.dataset_id
 AND NOT EXISTS (
   SELECT 1
   FROM frameworks AS w
   JOIN tasks AS t
     ON t.framework_id = w.id AND t.dataset_id = f.dataset_id AND t.seed = f.seed
    AND t.fold = f.fold AND t.budget_id = f.budget_id
   JOIN runs AS r ON r.task_id = t.id AND r.source_id = f.source_id AND r.status = 'ok'
   JOIN scores AS s ON s.run_id = r.id AND s.metric_id = f.metric_id
   WHERE w.competitor = e.framework_id)
GROUP BY e.source_id, e.budget_id, e.metric_id, e.framework_id, e.dataset_id
HAVING coalesce(d.scores, 0) + count(f.value) > 0

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

-- `scaled` is 0 at the worst run that any framework had on the dataset and 1 at the best, NULL where all
-- were alike. Standardising first, as the original does, changes nothing.
CREATE VIEW ruled_scores AS
SELECT
  r.rule,
  o.name AS source,
  b.name AS budget,
  m.name AS metric,
  m.direction,
  d.name AS dataset,
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
JOIN datasets AS d ON d.id = r.dataset_id;
