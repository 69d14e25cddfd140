-- title: Failed runs of each framework by class, in one source and budget
-- param: source: text               the source
-- param: budget: text               the budget
SELECT f.name AS framework, r.class, count(*) AS runs
FROM current_runs AS r
JOIN sources AS o ON o.id = r.source_id AND o.name = :source
JOIN tasks AS t ON t.id = r.task_id
JOIN budgets AS b ON b.id = t.budget_id AND b.name = :budget
JOIN frameworks AS f ON f.id = t.framework_id
WHERE r.status IN ('failed', 'timeout', 'killed')
GROUP BY f.name, r.class
ORDER BY f.name, r.class
