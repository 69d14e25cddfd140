-- title: What runs failed of, with the most frequent message of each kind
-- param: class: text = null         only this class
-- param: framework: text = null     only this framework
-- figure: stack y=framework fill=class value=runs label="failed runs" order=timeout,memory,data,framework,infrastructure,interrupted,unknown
WITH
  kinds AS (
    SELECT framework, class, message, count(*) AS runs
    FROM failures
    WHERE class = coalesce(:class, class)
      AND framework = coalesce(:framework, framework)
    GROUP BY framework, class, message
  ),
  ranked AS (
    SELECT
      framework, class, message,
      sum(runs) OVER (PARTITION BY framework, class) AS runs,
      row_number() OVER (PARTITION BY framework, class ORDER BY runs DESC, message) AS place
    FROM kinds
  )
SELECT framework, class, runs, message AS most_frequent_message
FROM ranked
WHERE place = 1
ORDER BY runs DESC, framework, class
