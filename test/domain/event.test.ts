import { describe, expect, test } from "bun:test";
import { eventsOfChange, mediaUrl } from "../../src/domain/event.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { readSubmission } from "../../src/domain/submit.ts";
import { newJob } from "../../src/service/submit.ts";

const ID = "01900000-0000-7000-8000-000000000000";
const job: JobRecord = { seq: 1, ...newJob(readSubmission({ prompt: "Bees" }, { noop: false }), ID, 1e15) };
const names = (before: JobRecord | undefined, after: JobRecord): string[] => eventsOfChange(before, after).map(({ event }) => event);
const film = { video: "/x/film.mp4" } as never;

describe("what is told of a change", () => {
  const TOLD: [what: string, change: Partial<JobRecord>, events: string[]][] = [
    ["nothing that is seen", { updatedUs: 2e15 }, []],
    ["its stage", { status: "rendering" }, ["job_status_update"]],
    ["its progress", { progress: 4 }, ["job_status_update"]],
    ["what it waits for", { waitingFor: "retry" }, ["job_status_update"]],
    ["its success", { status: "completed", film }, ["job_status_update", "job_completed"]],
    ["its failure", { status: "failed", error: "No.", errorCode: "internal" }, ["job_status_update", "job_failed"]],
    ["its being cancelled", { status: "cancelled" }, ["job_status_update", "job_cancelled"]],
  ];
  test.each(TOLD)("%s", (_what, change, events) => expect(names(job, { ...job, ...change })).toEqual(events));

  test("a new job is told of once", () => expect(names(undefined, job)).toEqual(["job_created"]));

  test("an end names where the film is", () => {
    const [, end] = eventsOfChange(job, { ...job, status: "completed", film, revision: 2 });
    expect(end).toMatchObject({ video_url: mediaUrl(ID, 2, "film.mp4"), thumbnail_url: `/media/${ID}/2/film.jpg` });
  });
});
