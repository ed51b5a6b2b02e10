import { measuredLengths, sceneLengths } from "../domain/scene-lengths.ts";
import type { StoryboardDraft } from "../domain/storyboard.ts";
import type { Timeline } from "../domain/timeline.ts";
import type { Connection } from "./connection.ts";

/** How long the scenes of a job's newest storyboard last, kept apart from storyboards and timelines, which are too large for lists. */
export function openScenes(db: Connection) {
  const save = db.statement<never>(
    `INSERT INTO job_scenes SELECT seq, ?2, ?3 FROM jobs WHERE id = ?1
       ON CONFLICT DO UPDATE SET revision = excluded.revision, lengths = excluded.lengths WHERE excluded.revision >= job_scenes.revision`,
  );
  const measure = db.statement<never>(
    "UPDATE job_scenes SET lengths = ?3 WHERE job_seq = (SELECT seq FROM jobs WHERE id = ?1) AND revision = ?2",
  );
  const read = db.statement<{ lengths: string }>("SELECT lengths FROM job_scenes WHERE job_seq = ?");

  return {
    /** The scenes as they are planned; what is known of an earlier revision goes. */
    plan(jobId: string, revision: number, storyboard: StoryboardDraft): void {
      save.run(jobId, revision, JSON.stringify(sceneLengths(storyboard, undefined).map(({ sec }) => sec)));
    },
    /** The scenes as they were measured, unless the storyboard has been edited since. */
    measure(jobId: string, revision: number, timeline: Timeline): void {
      measure.run(jobId, revision, JSON.stringify(measuredLengths(timeline)));
    },
    /** Seconds of each scene; null before the job has been planned. */
    of(jobSeq: number): number[] | null {
      const row = read.get(jobSeq);
      return row ? JSON.parse(row.lengths) : null;
    },
  };
}
export type Scenes = ReturnType<typeof openScenes>;
