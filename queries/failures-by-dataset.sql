-- title: Failed runs by dataset
SELECT dataset, count(*) AS failed, count(DISTINCT framework) AS frameworks,
  group_concat(DISTINCT class) AS classes
FROM failures
GROUP BY dataset
ORDER BY failed DESC, dataset
