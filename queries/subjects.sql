-- title: What can be analysed: metrics by source and budget, most scores first
SELECT source, budget, metric, direction, scores, frameworks, datasets
FROM subjects
ORDER BY scores DESC, metric_id, source_id, budget_id
