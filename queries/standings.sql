-- title: What each framework finished, how well and how fast, under one metric
-- param: metric: text = null        the metric; null takes the one with the most scores
-- param: source: text = null        the source; null likewise
-- param: budget: text = null        the budget; null likewise
-- param: impute: text = drop        what a missing score is: drop, worst, reference or original
-- Tasks are those of the types that the metric is for, but not those of datasets that only other metrics
-- have scores of. A task is failed that has failed runs and no other; `scaled` is the mean over datasets of scores that are 0 at the worst run and 1 at the best.
WITH
  subject AS (
    SELECT source_id, budget_id, metric_id
    FROM subjects
    WHERE metric = coalesce(:metric, metric)
      AND source = coalesce(:source, source)
      AND budget = coalesce(:budget, budget)
    ORDER BY scores DESC, metric_id, source_id, budget_id
    LIMIT 1
  ),
  progress AS (
    SELECT
      c.framework,
      sum(c.expected) AS expected,
      sum(c.finished) AS finished,
      sum(min(c.failed, c.missing)) AS failed,
      sum(c.missing - min(c.failed, c.missing)) AS never_run
    FROM subject AS s
    JOIN metrics AS m ON m.id = s.metric_id
    JOIN coverage AS c ON c.source_id = s.source_id AND c.budget_id = s.budget_id
    WHERE instr(m.types, c.type) > 0
      AND (
        EXISTS (SELECT 1 FROM cell_scores AS x
          WHERE (x.source_id, x.budget_id, x.metric_id, x.dataset_id)
            = (s.source_id, s.budget_id, s.metric_id, c.dataset_id))
        OR NOT EXISTS (SELECT 1 FROM cell_scores AS x
          WHERE (x.source_id, x.budget_id, x.dataset_id) = (s.source_id, s.budget_id, c.dataset_id)))
    GROUP BY c.framework
  ),
  scored AS (
    SELECT
      framework,
      count(*) AS datasets,
      avg(scaled) AS scaled,
      sum(scores) AS scores,
      sum(imputed) AS imputed
    FROM ruled_scores
    WHERE rule = :impute
      AND (source_id, budget_id, metric_id) = (SELECT source_id, budget_id, metric_id FROM subject)
    GROUP BY framework
  ),
  timed AS (
    SELECT
      f.name AS framework,
      median(r.duration) AS duration,
      median(r.train_seconds) AS training,
      median(r.predict_seconds) AS inference
    FROM subject AS s
    JOIN current_runs AS r ON r.source_id = s.source_id AND r.status = 'ok'
    JOIN scores AS v ON v.run_id = r.id AND v.metric_id = s.metric_id
    JOIN tasks AS t ON t.id = r.task_id AND t.budget_id = s.budget_id
    JOIN frameworks AS f ON f.id = t.framework_id
    GROUP BY f.name
  )
SELECT
  p.framework, p.expected, p.finished, p.failed, p.never_run,
  coalesce(s.datasets, 0) AS datasets,
  coalesce(s.scores, 0) AS scores,
  coalesce(s.imputed, 0) AS imputed,
  s.scaled,
  t.duration, t.training, t.inference
FROM progress AS p
LEFT JOIN scored AS s USING (framework)
LEFT JOIN timed AS t USING (framework)
ORDER BY p.framework
