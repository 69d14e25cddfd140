-- title: The datasets, their shapes and how many runs each has
SELECT
  d.openml_id AS dataset_id,
  d.name AS dataset,
  d.rows,
  d.features,
  d.classes,
  (SELECT group_concat(DISTINCT c.type) FROM cells AS c WHERE c.dataset_id = d.id) AS types,
  (SELECT count(DISTINCT c.framework_id) FROM cells AS c WHERE c.dataset_id = d.id) AS frameworks,
  coalesce((SELECT sum(c.runs) FROM cells AS c WHERE c.dataset_id = d.id), 0) AS runs,
  coalesce((SELECT sum(c.failed) FROM cells AS c WHERE c.dataset_id = d.id), 0) AS failed
FROM datasets AS d
ORDER BY d.name, d.id
