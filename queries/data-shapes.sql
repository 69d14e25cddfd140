-- title: How many datasets have how many rows, features and classes
-- param: source: text = null        only the datasets of this source
-- figure: histogram x=rows,features,classes facet=type
SELECT DISTINCT
  d.name AS dataset,
  d.openml_id AS dataset_id,
  c.type,
  d.rows,
  d.features,
  CASE c.type WHEN 'classification' THEN d.classes END AS classes
FROM cells AS c
JOIN sources AS o ON o.id = c.source_id
JOIN datasets AS d ON d.id = c.dataset_id
WHERE o.name = coalesce(:source, o.name)
  AND d.rows IS NOT NULL
ORDER BY d.name, d.id, c.type
