-- title: t
SELECT 1 AS one
