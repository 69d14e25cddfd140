-- title: The most frequent messages of failed runs in one source and budget, each with the end of a log
-- param: source: text               the source
-- param: budget: text               the budget
-- param: most: integer = 10         how many messages
WITH
  failed AS (
    SELECT r.id, r.class, r.message, f.name AS framework, t.dataset_id
    FROM current_runs AS r
    JOIN sources AS o ON o.id = r.source_id AND o.name = :source
    JOIN tasks AS t ON t.id = r.task_id
    JOIN budgets AS b ON b.id = t.budget_id AND b.name = :budget
    JOIN frameworks AS f ON f.id = t.framework_id
    WHERE r.status IN ('failed', 'timeout', 'killed')
  ),
  counted AS (
    SELECT
      class,
      message,
      count(*) AS runs,
      count(DISTINCT framework) AS frameworks,
      count(DISTINCT dataset_id) AS datasets,
      min(framework) AS framework,
      max((SELECT max(id) FROM logs WHERE run_id = failed.id)) AS log_id
    FROM failed
    GROUP BY class, message
    ORDER BY runs DESC, class, message
    LIMIT :most
  )
SELECT
  c.class, c.message, c.runs, c.frameworks, c.datasets, c.framework,
  substr(l.text, -1500) AS log_end
FROM counted AS c
LEFT JOIN logs AS l ON l.id = c.log_id
ORDER BY c.runs DESC, c.class, c.message
