-- title: What each framework's runs on a dataset came to, kept as rows arrive
-- A leaderboard over a million runs reads some thousand cells instead; here framework_id is the
-- competitor's, since versions of a framework compete as one. Triggers keep them right for any
-- change, one row at a time. A bulk import drops them for its transaction and adds up the cells that
-- are new itself; a cell whose tasks had runs before, or that stood before, it has reckoned anew.

CREATE TABLE cells (
  source_id    INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  budget_id    INTEGER NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
  framework_id INTEGER NOT NULL REFERENCES frameworks (id) ON DELETE CASCADE,
  dataset_id   INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
  type         TEXT NOT NULL,
  runs         INTEGER NOT NULL,
  failed       INTEGER NOT NULL,
  tasks        INTEGER NOT NULL,             -- seeds and folds that were run: a rerun counts once
  finished     INTEGER NOT NULL,             -- those of them with a run that is ok
  PRIMARY KEY (source_id, budget_id, dataset_id, framework_id, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell_scores (
  source_id    INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  budget_id    INTEGER NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
  metric_id    INTEGER NOT NULL REFERENCES metrics (id) ON DELETE CASCADE,
  framework_id INTEGER NOT NULL REFERENCES frameworks (id) ON DELETE CASCADE,
  dataset_id   INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
  scores       INTEGER NOT NULL,
  total        REAL NOT NULL,
  least        REAL NOT NULL,
  greatest     REAL NOT NULL,
  imputed      INTEGER NOT NULL,             -- how many of the scores stand in for a failed run
  -- Means that differ beyond the twelfth digit only differ by the order they were added in: they tie.
  mean         REAL NOT NULL GENERATED ALWAYS AS (CAST(printf('%.12g', total / scores) AS REAL)) STORED,
  PRIMARY KEY (source_id, budget_id, metric_id, dataset_id, framework_id)
) STRICT, WITHOUT ROWID;

-- Inserting into this view reckons one cell anew: a procedure, in SQL's words. Any version's id will do.
CREATE VIEW cell_changes AS
SELECT NULL AS source_id, NULL AS budget_id, NULL AS framework_id, NULL AS dataset_id;

CREATE TRIGGER cell_changed INSTEAD OF INSERT ON cell_changes BEGIN
  DELETE FROM cells
  WHERE source_id = new.source_id AND budget_id = new.budget_id AND dataset_id = new.dataset_id
    AND framework_id = (SELECT competitor FROM frameworks WHERE id = new.framework_id);

  INSERT INTO cells (source_id, budget_id, framework_id, dataset_id, type, runs, failed, tasks, finished)
  SELECT
    new.source_id, new.budget_id, f.competitor, new.dataset_id, t.type,
    count(*),
    count(*) FILTER (WHERE r.status IN ('failed', 'timeout', 'killed')),
    count(DISTINCT t.seed || ' ' || t.fold),
    count(DISTINCT t.seed || ' ' || t.fold) FILTER (WHERE r.status = 'ok')
  FROM frameworks AS f
  JOIN tasks AS t
    ON t.framework_id = f.id AND t.dataset_id = new.dataset_id AND t.budget_id = new.budget_id
  JOIN current_runs AS r ON r.task_id = t.id AND r.source_id = new.source_id
  WHERE f.competitor = (SELECT competitor FROM frameworks WHERE id = new.framework_id)
  GROUP BY f.competitor, t.type;

  DELETE FROM cell_scores
  WHERE source_id = new.source_id AND budget_id = new.budget_id
    AND metric_id IN (SELECT id FROM metrics) AND dataset_id = new.dataset_id
    AND framework_id = (SELECT competitor FROM frameworks WHERE id = new.framework_id);

  INSERT INTO cell_scores (
    source_id, budget_id, metric_id, framework_id, dataset_id,
    scores, total, least, greatest, imputed)
  SELECT
    new.source_id, new.budget_id, s.metric_id, f.competitor, new.dataset_id,
    count(*), sum(s.value), min(s.value), max(s.value), sum(r.imputed)
  FROM frameworks AS f
  JOIN tasks AS t
    ON t.framework_id = f.id AND t.dataset_id = new.dataset_id AND t.budget_id = new.budget_id
  JOIN current_runs AS r ON r.task_id = t.id AND r.source_id = new.source_id AND r.status = 'ok'
  JOIN scores AS s ON s.run_id = r.id
  WHERE f.competitor = (SELECT competitor FROM frameworks WHERE id = new.framework_id)
  GROUP BY f.competitor, s.metric_id;
END;

CREATE TRIGGER cells_run_added AFTER INSERT ON runs BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT new.source_id, budget_id, framework_id, dataset_id FROM tasks WHERE id = new.task_id;
END;

CREATE TRIGGER cells_run_changed
AFTER UPDATE OF task_id, source_id, status, imputed, superseded_by ON runs BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT old.source_id, budget_id, framework_id, dataset_id FROM tasks WHERE id = old.task_id;
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT new.source_id, budget_id, framework_id, dataset_id FROM tasks WHERE id = new.task_id;
END;

-- The run's scores are gone before this fires, and find no run when they go.
CREATE TRIGGER cells_run_removed AFTER DELETE ON runs BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT old.source_id, budget_id, framework_id, dataset_id FROM tasks WHERE id = old.task_id;
END;

CREATE TRIGGER cells_score_added AFTER INSERT ON scores BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT r.source_id, t.budget_id, t.framework_id, t.dataset_id
  FROM runs AS r JOIN tasks AS t ON t.id = r.task_id WHERE r.id = new.run_id;
END;

CREATE TRIGGER cells_score_changed AFTER UPDATE ON scores BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT r.source_id, t.budget_id, t.framework_id, t.dataset_id
  FROM runs AS r JOIN tasks AS t ON t.id = r.task_id WHERE r.id IN (old.run_id, new.run_id);
END;

CREATE TRIGGER cells_score_removed AFTER DELETE ON scores BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT r.source_id, t.budget_id, t.framework_id, t.dataset_id
  FROM runs AS r JOIN tasks AS t ON t.id = r.task_id WHERE r.id = old.run_id;
END;

CREATE TRIGGER cells_task_changed
AFTER UPDATE OF framework_id, dataset_id, budget_id, type ON tasks BEGIN
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT source_id, old.budget_id, old.framework_id, old.dataset_id
  FROM runs WHERE task_id = new.id
  UNION
  SELECT source_id, new.budget_id, new.framework_id, new.dataset_id
  FROM runs WHERE task_id = new.id;
END;

CREATE TRIGGER cells_framework_changed AFTER UPDATE OF competitor ON frameworks
WHEN old.competitor IS NOT NULL BEGIN
  DELETE FROM cells WHERE framework_id IN (old.competitor, new.competitor);
  DELETE FROM cell_scores WHERE framework_id IN (old.competitor, new.competitor);
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
  SELECT DISTINCT r.source_id, t.budget_id, f.competitor, t.dataset_id
  FROM frameworks AS f
  JOIN tasks AS t ON t.framework_id = f.id
  JOIN runs AS r ON r.task_id = t.id
  WHERE f.competitor IN (old.competitor, new.competitor);
END;
