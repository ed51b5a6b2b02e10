import type { Connection } from "./connection.ts";

/** Which scenes of which revision of a job have a still. */
export function openStills(db: Connection) {
  const add = db.statement<never>("INSERT OR IGNORE INTO stills SELECT seq, ?2, ?3 FROM jobs WHERE id = ?1");
  const all = db.statement<{ scene: number }>(
    "SELECT scene FROM stills WHERE job_seq = (SELECT seq FROM jobs WHERE id = ?) AND revision = ? ORDER BY scene",
  );
  const first = db.statement<{ scene: number }>("SELECT scene FROM stills WHERE job_seq = ? AND revision = ? ORDER BY scene LIMIT 1");
  const latest = db.statement<{ revision: number | null }>(
    "SELECT max(revision) AS revision FROM stills WHERE job_seq = (SELECT seq FROM jobs WHERE id = ?) AND revision < ?",
  );
  return {
    add: (jobId: string, revision: number, scene: number): void => void add.run(jobId, revision, scene),
    /** The scenes that have one, from 0, in order. */
    of: (jobId: string, revision: number): number[] => all.all(jobId, revision).map(({ scene }) => scene),
    /** The newest revision before one that has any. */
    revisionBefore: (jobId: string, revision: number): number | undefined => latest.get(jobId, revision)?.revision ?? undefined,
    /** The first of them; null where there is none. */
    first: (jobSeq: number, revision: number): number | null => first.get(jobSeq, revision)?.scene ?? null,
  };
}
export type Stills = ReturnType<typeof openStills>;
