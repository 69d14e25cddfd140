-- title: Failed runs by framework
SELECT framework, count(*) AS failed, count(DISTINCT dataset) AS datasets,
  group_concat(DISTINCT class) AS classes
FROM failures
GROUP BY framework
ORDER BY failed DESC, framework
