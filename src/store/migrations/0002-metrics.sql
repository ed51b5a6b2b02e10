-- Measurements, in buckets of a minute (tier 1), an hour (2) and a day (3). `start` is seconds since 1970; the numbers of measures and labels
-- stand in metric-codes.ts. Sums are added up, of peaks the highest is kept.
CREATE TABLE metric_counts (
  tier INTEGER NOT NULL,
  measure INTEGER NOT NULL,
  start INTEGER NOT NULL,
  label INTEGER NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (tier, measure, start, label)
) WITHOUT ROWID;

-- Distributions. Cells are a JSON array of number and count by turns (domain/sketch.ts). Hours and days have rows for all jobs and for each style and length as well, days for each
-- priority, too.
CREATE TABLE metric_sketches (
  tier INTEGER NOT NULL,
  measure INTEGER NOT NULL,
  label INTEGER NOT NULL,
  start INTEGER NOT NULL,
  count INTEGER NOT NULL,
  sum REAL NOT NULL,
  least REAL NOT NULL,
  most REAL NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (tier, measure, label, start)
) WITHOUT ROWID;

-- Names of voices and languages that labels have.
CREATE TABLE metric_names (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- What happened to jobs, written with the change itself and moved into the buckets soon after.
CREATE TABLE metric_journal (
  id INTEGER PRIMARY KEY,
  samples TEXT NOT NULL
);

-- Since when there are measurements of jobs and of the server, seconds since 1970.
CREATE TABLE metric_since (
  of TEXT PRIMARY KEY,
  sec REAL NOT NULL
) WITHOUT ROWID;

-- How many bytes the finished films take, in its one row.
CREATE TABLE film_total (
  one INTEGER PRIMARY KEY,
  bytes INTEGER NOT NULL
);
INSERT INTO film_total SELECT 1, coalesce(sum(json_extract(film, '$.bytes')), 0) FROM job_files;

CREATE TRIGGER job_files_made AFTER INSERT ON job_files BEGIN
  UPDATE film_total SET bytes = bytes + coalesce(json_extract(new.film, '$.bytes'), 0);
END;

CREATE TRIGGER job_files_gone AFTER DELETE ON job_files BEGIN
  UPDATE film_total SET bytes = bytes - coalesce(json_extract(old.film, '$.bytes'), 0);
END;

-- The jobs that may begin, by when they first could.
CREATE INDEX jobs_waiting ON jobs (due_us) WHERE ready = 1;

-- What the jobs that are there already tell of days and hours gone by, and of the minutes of the last week in which there was any. Labels: style (15 for none) + 16 * priority + 256 * length class.
CREATE TEMP TABLE past_jobs AS
  SELECT j.status, coalesce(j.style, 15) + 16 * j.priority AS label, j.created_us / 1000000 AS created, j.finished_us / 1000000 AS finished,
    max(0, (j.finished_us - j.started_us) / 1e6) AS took, json_extract(f.film, '$.durationSec') AS film
  FROM jobs AS j LEFT JOIN job_files AS f ON f.job_seq = j.seq;

CREATE TEMP TABLE past_tiers (tier INTEGER, sec INTEGER, since INTEGER);
INSERT INTO past_tiers VALUES (2, 3600, 0), (3, 86400, 0);
INSERT INTO past_tiers SELECT 1, 60, max(max(created), coalesce(max(finished), 0)) - 604800 FROM past_jobs;

INSERT INTO metric_counts SELECT tier, 1, created / sec * sec, label, count(*) FROM past_jobs, past_tiers WHERE created >= since GROUP BY 1, 3, 4;
INSERT INTO metric_counts
  SELECT tier, status - 10, finished / sec * sec, label, count(*) FROM past_jobs, past_tiers WHERE status >= 12 AND finished >= since GROUP BY 1, 2, 3, 4;

INSERT INTO metric_counts
  SELECT tier, measure, finished / sec * sec, label, sum(CASE measure WHEN 12 THEN 1 ELSE film END)
  FROM past_jobs, past_tiers, (SELECT 12 AS measure UNION ALL SELECT 13)
  WHERE status = 12 AND finished >= since AND film IS NOT NULL GROUP BY 1, 2, 3, 4;

-- Render times (measure 101), first by their cells.
CREATE TEMP TABLE past_cells AS
  SELECT tier, label + CASE WHEN film IS NULL THEN 0 WHEN film < 60 THEN 256 WHEN film < 120 THEN 512 WHEN film < 300 THEN 768 ELSE 1024 END AS label,
    finished / sec * sec AS start, CAST(ceil(ln(min(1e7, max(1e-3, took))) / 0.02000066670667 - 1e-9) AS INTEGER) AS cell,
    count(*) AS count, sum(took) AS sum, min(took) AS least, max(took) AS most
  FROM past_jobs, past_tiers WHERE status = 12 AND finished >= since AND took IS NOT NULL GROUP BY 1, 2, 3, 4;

-- Which parts of a label stay, by tier: all, none, the style, the length, the priority.
CREATE TEMP TABLE past_masks (of INTEGER, mask INTEGER);
INSERT INTO past_masks VALUES (1, 2047), (2, 2047), (2, 0), (2, 15), (2, 1792), (3, 2047), (3, 0), (3, 15), (3, 1792), (3, 240);

INSERT INTO metric_sketches
  SELECT tier, 101, label, start, sum(count), sum(sum), min(least), max(most), '[' || group_concat(cell || ',' || count) || ']'
  FROM (
    SELECT tier, label & mask AS label, start, cell, sum(count) AS count, sum(sum) AS sum, min(least) AS least, max(most) AS most
    FROM past_cells JOIN past_masks ON of = tier WHERE label > 255 OR mask <> 1792 GROUP BY 1, 2, 3, 4
  )
  GROUP BY 1, 3, 4;

INSERT INTO metric_since SELECT 'jobs', min(created) FROM past_jobs HAVING min(created) IS NOT NULL;

DROP TABLE past_jobs;
DROP TABLE past_tiers;
DROP TABLE past_cells;
DROP TABLE past_masks;
