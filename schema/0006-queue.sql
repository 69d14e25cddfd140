-- title: A queue that several processes of one machine take tasks from
-- A job of the backend `local` is queued, running or ended, and named for its task; how it ended is a run.

ALTER TABLE jobs ADD COLUMN worker TEXT;       -- the process that runs it; NULL unless it is running
ALTER TABLE jobs ADD COLUMN started_at TEXT;   -- when it was taken last, ISO 8601, UTC
