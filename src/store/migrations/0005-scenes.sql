-- How long the scenes of a job's newest storyboard last, s, in JSON: what lists show, apart from what is large.
CREATE TABLE job_scenes (
  job_seq INTEGER PRIMARY KEY REFERENCES jobs (seq) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  lengths TEXT NOT NULL
);

INSERT INTO job_scenes
  SELECT job_seq, revision, (
    SELECT json_group_array(round((scene.value ->> '$.frames') * 1.0 / (artifact ->> '$.fps'), 2)) FROM json_each(artifact, '$.scenes') AS scene
  ) FROM artifacts
  WHERE stage = 'timeline' AND revision = (SELECT max(revision) FROM storyboards WHERE storyboards.job_seq = artifacts.job_seq);

-- How many films the costs of a kind have been learnt from.
ALTER TABLE stage_costs ADD COLUMN films INTEGER NOT NULL DEFAULT 1;
