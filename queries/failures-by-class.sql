-- title: Failed runs by class
SELECT class, count(*) AS failed, count(DISTINCT framework) AS frameworks,
  count(DISTINCT dataset) AS datasets
FROM failures
GROUP BY class
ORDER BY failed DESC, class
