-- Times are microseconds since 1970. The numbers of status, style and kind stand in codes.ts.
CREATE TABLE jobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  status INTEGER NOT NULL,
  style INTEGER,
  priority INTEGER NOT NULL,
  user_id TEXT,
  waiting_for TEXT,
  -- Of a job that waits for its turn: 1 when it may begin, 0 when its time has not come; otherwise null.
  ready INTEGER,
  -- When it was made, earlier by ten minutes for each step of priority: the order of the queue.
  rank INTEGER NOT NULL,
  due_us INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  title TEXT,
  duration_target_sec REAL,
  progress REAL NOT NULL,
  step TEXT,
  remaining_sec REAL,
  failures INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  approved INTEGER NOT NULL,
  error TEXT,
  error_code TEXT,
  created_us INTEGER NOT NULL,
  updated_us INTEGER NOT NULL,
  started_us INTEGER,
  finished_us INTEGER,
  -- All that lists filter by in one number, so that an index that ends with it answers any mix of them.
  facets INTEGER GENERATED ALWAYS AS (status + priority * 16 + coalesce(style, 0) * 256 + kind * 4096) VIRTUAL
);

CREATE INDEX jobs_queue ON jobs (rank) WHERE ready = 1;
CREATE INDEX jobs_due ON jobs (due_us) WHERE ready = 0;
CREATE INDEX jobs_finished ON jobs (finished_us) WHERE finished_us IS NOT NULL;

-- Few jobs are gathered by their facets, then sorted.
CREATE INDEX jobs_facets ON jobs (facets);

-- One index for each way of sorting, alone and below each filter. Ties go by age.
CREATE INDEX jobs_created ON jobs (created_us, seq, facets);
CREATE INDEX jobs_updated ON jobs (updated_us, created_us, seq, facets);
CREATE INDEX jobs_progress ON jobs (progress, created_us, seq, facets);
CREATE INDEX jobs_duration ON jobs (duration_target_sec, created_us, seq, facets);
CREATE INDEX jobs_priority ON jobs (priority, created_us, seq, facets);
CREATE INDEX jobs_status_created ON jobs (status, created_us, seq, facets);
CREATE INDEX jobs_status_updated ON jobs (status, updated_us, created_us, seq, facets);
CREATE INDEX jobs_status_progress ON jobs (status, progress, created_us, seq, facets);
CREATE INDEX jobs_status_duration ON jobs (status, duration_target_sec, created_us, seq, facets);
CREATE INDEX jobs_status_priority ON jobs (status, priority, created_us, seq, facets);
CREATE INDEX jobs_priority_updated ON jobs (priority, updated_us, created_us, seq, facets);
CREATE INDEX jobs_priority_progress ON jobs (priority, progress, created_us, seq, facets);
CREATE INDEX jobs_priority_duration ON jobs (priority, duration_target_sec, created_us, seq, facets);
CREATE INDEX jobs_style_created ON jobs (style, created_us, seq, facets) WHERE style IS NOT NULL;
CREATE INDEX jobs_style_updated ON jobs (style, updated_us, created_us, seq, facets) WHERE style IS NOT NULL;
CREATE INDEX jobs_style_progress ON jobs (style, progress, created_us, seq, facets) WHERE style IS NOT NULL;
CREATE INDEX jobs_style_duration ON jobs (style, duration_target_sec, created_us, seq, facets) WHERE style IS NOT NULL;
CREATE INDEX jobs_style_priority ON jobs (style, priority, created_us) WHERE style IS NOT NULL;
CREATE INDEX jobs_kind_created ON jobs (kind, created_us, seq, facets);
CREATE INDEX jobs_kind_updated ON jobs (kind, updated_us, created_us, seq, facets);
CREATE INDEX jobs_kind_progress ON jobs (kind, progress, created_us, seq, facets);
CREATE INDEX jobs_kind_duration ON jobs (kind, duration_target_sec, created_us, seq, facets);
CREATE INDEX jobs_kind_priority ON jobs (kind, priority, created_us);
CREATE INDEX jobs_user_created ON jobs (user_id, created_us, seq, facets) WHERE user_id IS NOT NULL;

-- What a job was asked and remembers, in JSON.
CREATE TABLE job_metadata (
  job_seq INTEGER PRIMARY KEY REFERENCES jobs (seq) ON DELETE CASCADE,
  request TEXT NOT NULL,
  origin TEXT NOT NULL,
  stages TEXT NOT NULL,
  crash TEXT
);

-- The finished film of a job and what lies beside it, in JSON.
CREATE TABLE job_files (
  job_seq INTEGER PRIMARY KEY REFERENCES jobs (seq) ON DELETE CASCADE,
  film TEXT NOT NULL
);

-- What was found out of a source video, in JSON.
CREATE TABLE job_analysis (
  job_seq INTEGER PRIMARY KEY REFERENCES jobs (seq) ON DELETE CASCADE,
  analysis TEXT NOT NULL,
  saved_us INTEGER NOT NULL
);

-- Where a job's films have been published, and how that went.
CREATE TABLE job_publishing (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  details TEXT NOT NULL,
  saved_us INTEGER NOT NULL,
  PRIMARY KEY (job_seq, target)
) WITHOUT ROWID;

-- What a stage has left, in JSON.
CREATE TABLE artifacts (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  stage TEXT NOT NULL,
  artifact TEXT NOT NULL,
  PRIMARY KEY (job_seq, revision, stage)
);

CREATE TABLE storyboards (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  etag TEXT NOT NULL,
  storyboard TEXT NOT NULL,
  saved_us INTEGER NOT NULL,
  PRIMARY KEY (job_seq, revision)
);

-- Events and lines of logs are numbered together, so that a listener resumes both by one number.
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  job_seq INTEGER,
  time_us INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX events_job ON events (job_seq) WHERE job_seq IS NOT NULL;

CREATE TABLE job_logs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  time_us INTEGER NOT NULL,
  level TEXT NOT NULL,
  stage TEXT,
  message TEXT NOT NULL
);
CREATE INDEX job_logs_job ON job_logs (job_seq);

CREATE TABLE idempotency_keys (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  job_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  used_us INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_used ON idempotency_keys (used_us);

CREATE TABLE stage_costs (
  key TEXT PRIMARY KEY,
  costs TEXT NOT NULL
) WITHOUT ROWID;

-- How many jobs there are of each kind that a list filters by: kept by triggers.
CREATE TABLE count_of_facets (
  facets INTEGER PRIMARY KEY,
  jobs INTEGER NOT NULL
);
CREATE TABLE count_of_day (
  -- 0 stands for any status.
  status INTEGER NOT NULL,
  day INTEGER NOT NULL,
  jobs INTEGER NOT NULL,
  PRIMARY KEY (status, day)
) WITHOUT ROWID;
CREATE TABLE count_of_user (
  user_id TEXT NOT NULL,
  status INTEGER NOT NULL,
  jobs INTEGER NOT NULL,
  PRIMARY KEY (user_id, status)
) WITHOUT ROWID;

-- How many jobs may begin, in its one row.
CREATE TABLE count_of_ready (
  one INTEGER PRIMARY KEY,
  jobs INTEGER NOT NULL
);
INSERT INTO count_of_ready VALUES (1, 0);

CREATE TRIGGER jobs_made_ready AFTER INSERT ON jobs WHEN new.ready = 1 BEGIN
  UPDATE count_of_ready SET jobs = jobs + 1;
END;

CREATE TRIGGER jobs_turned_ready AFTER UPDATE OF ready ON jobs WHEN (old.ready IS 1) <> (new.ready IS 1) BEGIN
  UPDATE count_of_ready SET jobs = jobs + (new.ready IS 1) - (old.ready IS 1);
END;

CREATE TRIGGER jobs_gone_ready AFTER DELETE ON jobs WHEN old.ready = 1 BEGIN
  UPDATE count_of_ready SET jobs = jobs - 1;
END;

CREATE TRIGGER jobs_counted AFTER INSERT ON jobs BEGIN
  INSERT INTO count_of_facets VALUES (new.facets, 1) ON CONFLICT DO UPDATE SET jobs = jobs + 1;
  INSERT INTO count_of_day VALUES (0, new.created_us / 86400000000, 1), (new.status, new.created_us / 86400000000, 1)
    ON CONFLICT DO UPDATE SET jobs = jobs + 1;
  INSERT INTO count_of_user SELECT new.user_id, new.status, 1 WHERE new.user_id IS NOT NULL ON CONFLICT DO UPDATE SET jobs = jobs + 1;
END;

CREATE TRIGGER jobs_recounted AFTER UPDATE OF status, priority, style ON jobs WHEN old.facets <> new.facets BEGIN
  UPDATE count_of_facets SET jobs = jobs - 1 WHERE facets = old.facets;
  INSERT INTO count_of_facets VALUES (new.facets, 1) ON CONFLICT DO UPDATE SET jobs = jobs + 1;
  UPDATE count_of_day SET jobs = jobs - 1 WHERE status = old.status AND day = old.created_us / 86400000000;
  INSERT INTO count_of_day VALUES (new.status, new.created_us / 86400000000, 1) ON CONFLICT DO UPDATE SET jobs = jobs + 1;
  UPDATE count_of_user SET jobs = jobs - 1 WHERE user_id = old.user_id AND status = old.status;
  INSERT INTO count_of_user SELECT new.user_id, new.status, 1 WHERE new.user_id IS NOT NULL ON CONFLICT DO UPDATE SET jobs = jobs + 1;
END;

CREATE TRIGGER jobs_discounted AFTER DELETE ON jobs BEGIN
  UPDATE count_of_facets SET jobs = jobs - 1 WHERE facets = old.facets;
  UPDATE count_of_day SET jobs = jobs - 1 WHERE status IN (0, old.status) AND day = old.created_us / 86400000000;
  UPDATE count_of_user SET jobs = jobs - 1 WHERE user_id = old.user_id AND status = old.status;
  DELETE FROM job_words WHERE rowid = old.seq;
  DELETE FROM events WHERE job_seq = old.seq;
END;

-- The words of prompts and titles, with characters of writings without spaces set apart (words.ts). Holds no text of its own.
CREATE VIRTUAL TABLE job_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
