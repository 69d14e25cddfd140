-- title: How many datasets are of which size
-- param: source: text = null        only the datasets of this source
-- param: impute: text = drop        original counts a dataset once for each run it keeps
-- figure: histogram x=rows,features,classes facet=type
-- analysis: 70
WITH counted AS (
  SELECT DISTINCT c.dataset_id, c.type
  FROM cells AS c
  JOIN sources AS o ON o.id = c.source_id
  WHERE :impute <> 'original' AND o.name = coalesce(:source, o.name)
  UNION ALL
  SELECT s.dataset_id, s.type
  FROM (
    SELECT DISTINCT source_id, budget_id, framework, dataset_id, type, seed, fold
    FROM original_scores
    WHERE :impute = 'original'
  ) AS s
  JOIN sources AS o ON o.id = s.source_id
  WHERE o.name = coalesce(:source, o.name)
)
SELECT
  d.name AS dataset,
  d.openml_id AS dataset_id,
  c.type,
  d.rows,
  d.features,
  CASE c.type WHEN 'classification' THEN d.classes END AS classes,
  CASE :impute WHEN 'original' THEN 'run' ELSE 'dataset' END AS unit
FROM counted AS c
JOIN datasets AS d ON d.id = c.dataset_id
WHERE d.rows IS NOT NULL
ORDER BY d.name, d.id, c.type
