-- title: Where the runs of one source and budget come from, and what ran them
-- param: source: text               the source
-- param: budget: text               the budget
WITH
  chosen AS (
    SELECT o.id AS source_id, b.id AS budget_id
    FROM sources AS o
    JOIN budgets AS b ON b.name = :budget
    WHERE o.name = :source
  ),
  ran AS (
    SELECT t.seed, t.fold, f.name AS framework, f.version, r.started_at
    FROM chosen AS c
    JOIN current_runs AS r ON r.source_id = c.source_id
    JOIN tasks AS t ON t.id = r.task_id AND t.budget_id = c.budget_id
    JOIN frameworks AS f ON f.id = t.framework_id
  ),
  facts AS (
    SELECT 10 AS place, 'source' AS fact, o.name || ', read as ' || o.kind AS value
    FROM sources AS o JOIN chosen AS c ON c.source_id = o.id
    UNION ALL
    SELECT 20, 'location', o.location
    FROM sources AS o JOIN chosen AS c ON c.source_id = o.id
    UNION ALL
    SELECT 30, 'objects in the bucket', count(*)
    FROM objects AS j JOIN chosen AS c USING (source_id)
    WHERE j.vanished_at IS NULL
    HAVING count(*) > 0
    UNION ALL
    SELECT 40, 'newest object', max(j.modified_at)
    FROM objects AS j JOIN chosen AS c USING (source_id)
    UNION ALL
    SELECT 50, 'cores of a run', b.cores
    FROM budgets AS b JOIN chosen AS c ON c.budget_id = b.id
    UNION ALL
    SELECT 60, 'memory of a run, MB', b.memory_mb
    FROM budgets AS b JOIN chosen AS c ON c.budget_id = b.id
    UNION ALL
    SELECT 70, 'time a framework is given, s', b.soft_seconds
    FROM budgets AS b JOIN chosen AS c ON c.budget_id = b.id
    UNION ALL
    SELECT 80, 'time after which a run is stopped, s', b.hard_seconds
    FROM budgets AS b JOIN chosen AS c ON c.budget_id = b.id
    UNION ALL
    SELECT 90, 'runs', count(*) FROM ran
    UNION ALL
    SELECT 100, 'first run began', min(started_at) FROM ran
    UNION ALL
    SELECT 110, 'last run began', max(started_at) FROM ran
    UNION ALL
    SELECT 120, 'seeds', group_concat(seed, ', ')
    FROM (SELECT DISTINCT seed FROM ran ORDER BY seed LIMIT 50)
    UNION ALL
    SELECT 130, 'folds', group_concat(fold, ', ')
    FROM (SELECT DISTINCT fold FROM ran ORDER BY fold LIMIT 50)
    UNION ALL
    SELECT 140, 'version of ' || framework, group_concat(version, ', ')
    FROM (SELECT DISTINCT framework, version FROM ran WHERE version <> '' ORDER BY framework, version)
    GROUP BY framework
  )
SELECT fact, value
FROM facts
WHERE value IS NOT NULL AND value <> ''
ORDER BY place, fact
