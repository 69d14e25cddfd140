-- title: Missing runs by framework
-- param: source: text               the source
-- param: budget: text               the budget
-- analysis: 10
SELECT
  c.framework,
  sum(c.expected) AS expected,
  sum(c.finished) AS finished,
  sum(c.missing) AS missing,
  100.0 * sum(c.missing) / sum(c.expected) AS missing_percent,
  sum(c.failed) AS failed_runs,
  count(*) FILTER (WHERE c.finished = 0) AS datasets_never_finished
FROM coverage AS c
JOIN sources AS o ON o.id = c.source_id AND o.name = :source
JOIN budgets AS b ON b.id = c.budget_id AND b.name = :budget
GROUP BY c.framework
ORDER BY missing DESC, c.framework
