-- title: Tasks without a successful run
-- param: framework: text = null     only this framework
-- param: class: text = null         only tasks whose last run failed of this
SELECT task_id, framework, dataset_id, dataset, type, seed, fold, budget, attempts, last_class
FROM missing
WHERE framework = coalesce(:framework, framework)
  AND (:class IS NULL OR last_class = :class)
ORDER BY framework, dataset, type, seed, fold, budget, task_id
