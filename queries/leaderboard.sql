-- title: Mean rank, wins and means of each framework, per source, budget and metric
-- param: metric: text = null        only this metric
-- param: source: text = null        only this source
-- param: budget: text = null        only this budget
SELECT source, budget, metric, framework, mean_rank, wins, mean, median, runs, failed
FROM leaderboard
WHERE metric = coalesce(:metric, metric)
  AND source = coalesce(:source, source)
  AND budget = coalesce(:budget, budget)
ORDER BY source, budget, metric, mean_rank IS NULL, mean_rank, framework
