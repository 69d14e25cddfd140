-- title: Arrays of tasks that an engine elsewhere runs
-- What an engine is handed at once is a job without a task, and each task in it is a job that belongs
-- to it. Both are queued, submitted and ended, and a task is running in between as far as is known.
-- An array's worker is the process that hands it over.

ALTER TABLE jobs ADD COLUMN array_id INTEGER REFERENCES jobs (id) ON DELETE CASCADE;
ALTER TABLE jobs ADD COLUMN position INTEGER;  -- the line of its task in the array's manifest, from 0
ALTER TABLE jobs ADD COLUMN name TEXT;         -- an array's, by which the engine is asked whether it has it
ALTER TABLE jobs ADD COLUMN manifest TEXT;     -- where an array's manifest is

CREATE UNIQUE INDEX jobs_by_position ON jobs (array_id, position) WHERE array_id IS NOT NULL;
