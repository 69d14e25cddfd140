-- title: Studies, tasks, runs, scores and logs
-- Every row a source gave can be told again from here. A foreign key's ON DELETE says what a row is
-- part of: CASCADE for parts, RESTRICT for what others stand on.

PRAGMA application_id = 0x626e6368;          -- "bnch", so that no other database is taken for ours

CREATE TABLE studies (
  id        INTEGER PRIMARY KEY,
  openml_id INTEGER UNIQUE,                  -- NULL for a list of one's own
  name      TEXT NOT NULL UNIQUE,
  type      TEXT NOT NULL CHECK (type IN ('classification', 'regression', 'timeseries'))
) STRICT;

CREATE TABLE datasets (
  id        INTEGER PRIMARY KEY,
  openml_id INTEGER UNIQUE,                  -- NULL for own data, and where only a name is known
  name      TEXT NOT NULL,                   -- the OpenML id's digits where no name is known
  rows      INTEGER,                         -- rows, features and classes: NULL until known
  features  INTEGER,                         -- counts the target
  classes   INTEGER,                         -- distinct target values, for regression too
  one_hot   INTEGER                          -- features once each category is a column of its own
) STRICT;

-- A dataset without an OpenML id is known by its name alone.
CREATE UNIQUE INDEX datasets_by_name ON datasets (name) WHERE openml_id IS NULL;

CREATE TABLE study_datasets (
  study_id   INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
  dataset_id INTEGER NOT NULL REFERENCES datasets (id) ON DELETE RESTRICT,
  position   INTEGER NOT NULL,               -- a plan follows the order of the study
  PRIMARY KEY (study_id, dataset_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dataset_columns (
  dataset_id INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  type       TEXT NOT NULL CHECK (type IN ('categorical', 'numerical', 'target')),
  PRIMARY KEY (dataset_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE frameworks (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  version    TEXT NOT NULL DEFAULT '',       -- empty where the source does not say
  competitor INTEGER REFERENCES frameworks (id) ON DELETE RESTRICT,  -- its first version
  baseline   INTEGER NOT NULL DEFAULT 0      -- 1: a constant predictor, which may stand in for failures
             CHECK (baseline IN (0, 1)),
  UNIQUE (name, version)
) STRICT;

CREATE INDEX frameworks_by_competitor ON frameworks (competitor);

-- Versions of a framework compete as one; change the columns where the rule is wrong.
CREATE TRIGGER frameworks_added AFTER INSERT ON frameworks BEGIN
  UPDATE frameworks
  SET competitor = (SELECT min(id) FROM frameworks WHERE name = new.name),
      baseline = max(baseline, name LIKE 'constant%')
  WHERE id = new.id;
END;

CREATE TABLE budgets (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  cores        INTEGER,                      -- limits are NULL where the source does not say
  memory_mb    INTEGER,
  soft_seconds REAL,                         -- what the framework is told
  hard_seconds REAL                          -- when the run is stopped
) STRICT;

CREATE TABLE tasks (
  id             INTEGER PRIMARY KEY,
  framework_id   INTEGER NOT NULL REFERENCES frameworks (id) ON DELETE RESTRICT,
  dataset_id     INTEGER NOT NULL REFERENCES datasets (id) ON DELETE RESTRICT,
  type           TEXT NOT NULL CHECK (type IN ('classification', 'regression', 'timeseries')),
  seed           INTEGER NOT NULL,           -- 0 where folds tell tasks apart and seeds do not
  fold           INTEGER NOT NULL,           -- 0 for a single hold-out split
  budget_id      INTEGER NOT NULL REFERENCES budgets (id) ON DELETE RESTRICT,
  original_id    INTEGER,                    -- its position in the original's plan, which shifts
  openml_task_id INTEGER,                    -- where the source names an OpenML task
  UNIQUE (framework_id, dataset_id, budget_id, type, seed, fold)
) STRICT;

CREATE TABLE sources (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,                    -- the importer, or local, sample, s3
  location TEXT NOT NULL DEFAULT '',         -- the file or bucket it was read from
  added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;

CREATE TABLE metrics (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  title     TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower')),
  best      REAL,                            -- NULL where there is no bound
  worst     REAL,
  types     TEXT NOT NULL,                   -- problem types it is for, separated by spaces
  aliases   TEXT NOT NULL DEFAULT ''         -- other spellings, lower case, separated by spaces
) STRICT;

CREATE TABLE runs (
  id              INTEGER PRIMARY KEY,
  task_id         INTEGER NOT NULL REFERENCES tasks (id) ON DELETE RESTRICT,
  source_id       INTEGER NOT NULL REFERENCES sources (id) ON DELETE RESTRICT,
  key             TEXT NOT NULL DEFAULT '',  -- tells apart the attempts a source has of one task
  superseded_by   INTEGER REFERENCES runs (id) ON DELETE CASCADE,  -- NULL for what the source says now
  status          TEXT NOT NULL
                  CHECK (status IN ('queued', 'running', 'ok', 'failed', 'timeout', 'killed')),
  class           TEXT                       -- NULL unless the run failed
                  CHECK (class IN ('timeout', 'memory', 'data', 'framework', 'infrastructure',
                                   'interrupted', 'unknown')),
  message         TEXT,                      -- one sentence on the failure
  metric_id       INTEGER REFERENCES metrics (id) ON DELETE RESTRICT,  -- what it was asked to do well
  started_at      TEXT,                      -- ISO 8601, UTC
  duration        REAL,                      -- seconds, as are the next three
  train_seconds   REAL,
  predict_seconds REAL,
  cpu_seconds     REAL,
  peak_memory_mb  REAL,
  imputed         INTEGER NOT NULL DEFAULT 0 CHECK (imputed IN (0, 1)),
  details         TEXT,                      -- JSON: what the source said beyond these columns
  UNIQUE (task_id, source_id, key)
) STRICT;

CREATE INDEX runs_by_source ON runs (source_id) WHERE status <> 'ok';
CREATE INDEX runs_superseded ON runs (superseded_by) WHERE superseded_by IS NOT NULL;

-- An object of a bucket that changed left its earlier run behind: kept to be looked up, counted nowhere.
-- Whatever counts runs reads them here.
CREATE VIEW current_runs AS
SELECT
  id, task_id, source_id, key, status, class, message, metric_id, started_at, duration,
  train_seconds, predict_seconds, cpu_seconds, peak_memory_mb, imputed, details
FROM runs
WHERE superseded_by IS NULL;

CREATE TABLE scores (
  run_id    INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  metric_id INTEGER NOT NULL REFERENCES metrics (id) ON DELETE RESTRICT,
  value     REAL NOT NULL,                   -- in the metric's own direction: a log-loss is positive
  PRIMARY KEY (run_id, metric_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE logs (
  id      INTEGER PRIMARY KEY,
  run_id  INTEGER REFERENCES runs (id) ON DELETE CASCADE,    -- NULL while no run is known to have left it
  task_id INTEGER REFERENCES tasks (id) ON DELETE SET NULL,  -- what a bucket's log names, if anything
  key     TEXT NOT NULL DEFAULT '',          -- where it lay
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX logs_by_run ON logs (run_id);
CREATE INDEX logs_by_task ON logs (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX logs_unmatched ON logs (task_id) WHERE run_id IS NULL;

CREATE VIRTUAL TABLE log_search USING fts5 (text, content = 'logs', content_rowid = 'id');

CREATE TRIGGER log_added AFTER INSERT ON logs BEGIN
  INSERT INTO log_search (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER log_removed AFTER DELETE ON logs BEGIN
  INSERT INTO log_search (log_search, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE TRIGGER log_changed AFTER UPDATE OF text ON logs BEGIN
  INSERT INTO log_search (log_search, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO log_search (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE rejects (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  key       TEXT NOT NULL DEFAULT '',        -- the object's in a bucket
  line      INTEGER NOT NULL,                -- in the file; 0 where lines mean nothing
  text      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  UNIQUE (source_id, key, line, text)
) STRICT;

-- What has been seen in a bucket, so that a sync fetches only what is new.
CREATE TABLE objects (
  source_id   INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  key         TEXT NOT NULL,
  kind        TEXT NOT NULL
              CHECK (kind IN ('result', 'log', 'orphan', 'study', 'dataset', 'ignored', 'other')),
  original_id INTEGER,                       -- the ID that a result's key holds
  etag        TEXT NOT NULL,
  size        INTEGER NOT NULL,
  modified_at TEXT NOT NULL,
  vanished_at TEXT,                          -- NULL while it is in the bucket
  run_id      INTEGER REFERENCES runs (id) ON DELETE SET NULL,
  log_id      INTEGER REFERENCES logs (id) ON DELETE SET NULL,
  PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX objects_by_run ON objects (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX objects_by_log ON objects (log_id) WHERE log_id IS NOT NULL;
CREATE INDEX objects_of_studies ON objects (source_id, key) WHERE kind = 'study';

-- What was deleted on purpose and must not come back.
CREATE TABLE tombstones (
  source_id  INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  deleted_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;

-- What was handed to a compute backend.
CREATE TABLE jobs (
  id           INTEGER PRIMARY KEY,
  backend      TEXT NOT NULL,
  external_id  TEXT NOT NULL,
  task_id      INTEGER REFERENCES tasks (id) ON DELETE CASCADE,  -- NULL for an array of tasks
  state        TEXT NOT NULL,
  submitted_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  UNIQUE (backend, external_id)
) STRICT;

CREATE INDEX jobs_by_task ON jobs (task_id) WHERE task_id IS NOT NULL;

CREATE TABLE stored_queries (
  name     TEXT PRIMARY KEY,
  sql      TEXT NOT NULL,
  saved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT, WITHOUT ROWID;
