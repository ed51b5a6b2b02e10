-- Lines of a log are numbered within their job, from 1 without a gap, so that any of them is found at once.
ALTER TABLE job_logs ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
CREATE TEMP TABLE numbered (seq INTEGER PRIMARY KEY, line INTEGER NOT NULL);
INSERT INTO numbered SELECT seq, row_number() OVER (PARTITION BY job_seq ORDER BY seq) FROM job_logs ORDER BY seq;
UPDATE job_logs SET line = (SELECT line FROM numbered WHERE numbered.seq = job_logs.seq);
DROP TABLE numbered;
DROP INDEX job_logs_job;
CREATE UNIQUE INDEX job_logs_line ON job_logs (job_seq, line);

-- How many lines a job has of each level: kept by triggers.
CREATE TABLE count_of_lines (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  level TEXT NOT NULL,
  lines INTEGER NOT NULL,
  PRIMARY KEY (job_seq, level)
) WITHOUT ROWID;
INSERT INTO count_of_lines SELECT job_seq, level, count(*) FROM job_logs GROUP BY job_seq, level;

CREATE TRIGGER job_logs_counted AFTER INSERT ON job_logs BEGIN
  INSERT INTO count_of_lines VALUES (new.job_seq, new.level, 1) ON CONFLICT DO UPDATE SET lines = lines + 1;
END;

CREATE TRIGGER job_logs_discounted AFTER DELETE ON job_logs BEGIN
  UPDATE count_of_lines SET lines = lines - 1 WHERE job_seq = old.job_seq AND level = old.level;
END;

-- Events of rendered scenes say where the scene's still is.
UPDATE events SET body = json_insert(body, '$.thumbnail_url', NULL) WHERE body LIKE '{"event":"scene_rendered"%';

-- Which scenes of which revision have a still.
CREATE TABLE stills (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  scene INTEGER NOT NULL,
  PRIMARY KEY (job_seq, revision, scene)
) WITHOUT ROWID;

-- The tries of each job. `stages` is JSON: those that the try has run, with their times.
CREATE TABLE attempts (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  queued_us INTEGER NOT NULL,
  started_us INTEGER,
  finished_us INTEGER,
  -- null while it waits or runs
  outcome TEXT,
  error TEXT,
  error_code TEXT,
  stages TEXT NOT NULL,
  PRIMARY KEY (job_seq, number)
) WITHOUT ROWID;
