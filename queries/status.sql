-- title: How far each source has come
SELECT
  o.name AS source,
  b.name AS budget,
  count(DISTINCT c.framework) AS frameworks,
  count(DISTINCT c.dataset_id) AS datasets,
  sum(c.expected) AS expected,
  sum(c.finished) AS finished,
  sum(c.failed) AS failed_runs,
  sum(c.missing) AS missing,
  100.0 * sum(c.finished) / sum(c.expected) AS finished_percent
FROM coverage AS c
JOIN sources AS o ON o.id = c.source_id
JOIN budgets AS b ON b.id = c.budget_id
GROUP BY o.name, b.name
ORDER BY o.name, b.name
