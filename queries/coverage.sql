-- title: Tasks expected, finished, failed and missing, per framework
-- param: source: text = null        only this source
-- figure: stack y=framework value=finished,missing order=finished,missing rest=finished unit=task
SELECT
  o.name AS source,
  b.name AS budget,
  c.type,
  c.framework,
  count(*) AS datasets,
  sum(c.expected) AS expected,
  sum(c.finished) AS finished,
  sum(c.failed) AS failed_runs,
  sum(c.missing) AS missing,
  100.0 * sum(c.missing) / sum(c.expected) AS missing_percent
FROM coverage AS c
JOIN sources AS o ON o.id = c.source_id
JOIN budgets AS b ON b.id = c.budget_id
WHERE o.name = coalesce(:source, o.name)
GROUP BY o.name, b.name, c.type, c.framework
ORDER BY o.name, b.name, c.type, c.framework
