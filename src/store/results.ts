import { and, desc, eq } from "drizzle-orm";
import type { Artifacts } from "../domain/artifacts.ts";
import { KinoraError } from "../domain/error.ts";
import type { StageName } from "../domain/stages.ts";
import type { StoryboardDraft } from "../domain/storyboard.ts";
import type { Drizzle } from "./drizzle.ts";
import { artifacts, jobs, storyboards } from "./schema.ts";
import type { StoryboardRevision } from "./store.ts";

/** What stages have left, and the storyboards of a job. Writing throws `not_found` for a job that is not there. */
export function openResults(orm: Drizzle) {
  const seqOf = (jobId: string): number => {
    const job = orm.select({ seq: jobs.seq }).from(jobs).where(eq(jobs.id, jobId)).get();
    if (!job) throw new KinoraError("not_found", `There is no job ${jobId}.`);
    return job.seq;
  };

  const storyboard = (jobId: string, revision?: number): StoryboardRevision | undefined =>
    orm
      .select({ revision: storyboards.revision, etag: storyboards.etag, storyboard: storyboards.storyboard, savedUs: storyboards.savedUs })
      .from(storyboards)
      .innerJoin(jobs, eq(jobs.seq, storyboards.jobSeq))
      .where(and(eq(jobs.id, jobId), revision === undefined ? undefined : eq(storyboards.revision, revision)))
      .orderBy(desc(storyboards.revision))
      .limit(1)
      .get();

  return {
    artifacts(jobId: string, revision: number): Partial<Artifacts> {
      const rows = orm
        .select({ stage: artifacts.stage, artifact: artifacts.artifact })
        .from(artifacts)
        .innerJoin(jobs, eq(jobs.seq, artifacts.jobSeq))
        .where(and(eq(jobs.id, jobId), eq(artifacts.revision, revision)))
        .all();
      return Object.fromEntries(rows.map(({ stage, artifact }) => [stage, artifact]));
    },
    artifact<Name extends StageName>(jobId: string, revision: number, stage: Name): Artifacts[Name] | undefined {
      const found = orm
        .select({ artifact: artifacts.artifact })
        .from(artifacts)
        .innerJoin(jobs, eq(jobs.seq, artifacts.jobSeq))
        .where(and(eq(jobs.id, jobId), eq(artifacts.revision, revision), eq(artifacts.stage, stage)))
        .get();
      return found?.artifact as Artifacts[Name] | undefined;
    },
    storyboard,
    saveArtifact<Name extends StageName>(jobId: string, revision: number, stage: Name, artifact: Artifacts[Name]): void {
      const { jobSeq, stage: stageColumn, revision: revisionColumn } = artifacts;
      orm
        .insert(artifacts)
        .values({ jobSeq: seqOf(jobId), revision, stage, artifact })
        .onConflictDoUpdate({ target: [jobSeq, revisionColumn, stageColumn], set: { artifact } })
        .run();
    },
    /** Stores the next revision of a job's storyboard; revisions count from 1. */
    saveStoryboard(jobId: string, content: StoryboardDraft, savedUs: number): StoryboardRevision {
      const revision = (storyboard(jobId)?.revision ?? 0) + 1;
      const etag = etagOf(revision, content);
      orm
        .insert(storyboards)
        .values({ jobSeq: seqOf(jobId), revision, etag, storyboard: content, savedUs })
        .run();
      return { revision, etag, storyboard: content, savedUs };
    },
    completeStoryboard(jobId: string, revision: number, content: StoryboardDraft): void {
      orm
        .update(storyboards)
        .set({ storyboard: content, etag: etagOf(revision, content) })
        .where(and(eq(storyboards.jobSeq, seqOf(jobId)), eq(storyboards.revision, revision)))
        .run();
    },
  };
}

const etagOf = (revision: number, storyboard: StoryboardDraft): string =>
  `${revision}-${new Bun.CryptoHasher("sha256").update(JSON.stringify(storyboard)).digest("hex").slice(0, 20)}`;
