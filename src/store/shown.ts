import type { JobSummary, ListedFilm, ListedJob } from "../domain/job-record.ts";
import type { Connection } from "./connection.ts";
import type { Queue } from "./queue.ts";
import type { Scenes } from "./scenes.ts";
import type { Stills } from "./stills.ts";

/** Answers what adds to the jobs of a page what stands in other tables; small look-ups, for the page alone. */
export function openShown(db: Connection, queue: Pick<Queue, "places">, scenes: Pick<Scenes, "of">, stills: Pick<Stills, "first">) {
  const film = db.statement<ListedFilm>(
    `SELECT film ->> '$.video' AS video, film ->> '$.poster' AS poster, film ->> '$.bytes' AS bytes, film ->> '$.durationSec' AS durationSec
       FROM job_files WHERE job_seq = ?`,
  );
  return (jobs: readonly JobSummary[]): ListedJob[] => {
    const places = queue.places(jobs.filter(({ status, waitingFor }) => status === "pending" && waitingFor === "slot"));
    return jobs.map((job) => ({
      ...job,
      queuePosition: places.get(job.seq) ?? null,
      scenes: job.kind === "generate" ? scenes.of(job.seq) : null,
      still: job.kind === "generate" ? stills.first(job.seq, job.revision) : null,
      film: job.status === "completed" ? (film.get(job.seq) ?? null) : null,
    }));
  };
}
