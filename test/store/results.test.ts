import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import type { Artifacts } from "../../src/domain/artifacts.ts";
import type { LogLine } from "../../src/domain/event.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { MEASURED_COSTS } from "../../src/domain/stages.ts";
import type { Storyboard } from "../../src/domain/storyboard.ts";
import type { LogQuery, Store } from "../../src/store/store.ts";
import { FILM, newJob, openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
let files = 0;
let store: Store;
let job: JobRecord;
let other: JobRecord;
beforeEach(async () => {
  store = openTestStore(`${folder}/${++files}.db`);
  [job, other] = await store.write((tx) => [tx.insertJob(newJob()), tx.insertJob(newJob())]);
});
afterAll(remove);

describe("artifacts", () => {
  const mix: Artifacts["mix"] = { file: "/mix.wav", silent: false, loudnessLufs: -14 };

  test("are kept by job and revision, the last of each stage", async () => {
    await store.write((tx) => {
      tx.saveArtifact(job.id, 0, "mix", { ...mix, silent: true });
      tx.saveArtifact(job.id, 0, "mix", mix);
      tx.saveArtifact(job.id, 0, "deliver", FILM);
      tx.saveArtifact(job.id, 1, "render", { files: ["a"] });
      tx.saveArtifact(other.id, 0, "render", { files: ["b"] });
    });
    expect(store.read.artifacts(job.id, 0)).toEqual({ mix, deliver: FILM });
    expect(store.read.artifacts(job.id, 1)).toEqual({ render: { files: ["a"] } });
  });

  test("of a job that is not there cannot be kept", async () => {
    await expect(store.write((tx) => tx.saveArtifact("nobody", 0, "mix", mix))).rejects.toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });
});

test("a storyboard has revisions from 1, and an etag that changes with them", async () => {
  const [one, two] = [
    { title: "one", scenes: [] },
    { title: "two", scenes: [] },
  ] as unknown as Storyboard[];
  expect(store.read.storyboard(job.id)).toBeUndefined();
  const saved = await store.write((tx) => [one!, two!, two!].map((content) => tx.saveStoryboard(job.id, content, 5)));
  expect(saved.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  expect(new Set(saved.map(({ etag }) => etag)).size).toBe(3);
  expect(saved[0]!.etag).toMatch(/^[\x21\x23-\x7e]+$/);
  expect(store.read.storyboard(job.id)).toEqual({ revision: 3, etag: saved[2]!.etag, storyboard: two!, savedUs: 5 });
  await store.write((tx) => tx.completeStoryboard(job.id, 3, one!));
  expect(store.read.storyboard(job.id)).toMatchObject({ revision: 3, storyboard: one!, savedUs: 5 });
  expect(store.read.storyboard(job.id)!.etag).not.toBe(saved[2]!.etag);
  expect(store.read.storyboard(job.id, 2)!.storyboard).toEqual(two!);
});

describe("logs", () => {
  const line = (message: string, over: Partial<LogLine> = {}): LogLine => ({
    jobId: job.id,
    timeUs: 1_000_000,
    level: "INFO",
    stage: "plan",
    message,
    ...over,
  });
  beforeEach(() =>
    store.write((tx) =>
      tx.addLogs([
        line("One"),
        line("TWO % Ä", { level: "ERROR" }),
        line("elsewhere", { jobId: other.id }),
        line("three", { level: "DEBUG", stage: null }),
      ]),
    ),
  );
  const messages = (query: Partial<LogQuery>) => store.read.logs({ jobId: job.id, limit: 10, ...query }).map(({ message }) => message);

  const QUERIES: [string, Partial<LogQuery>, string[]][] = [
    ["all of a job", {}, ["One", "TWO % Ä", "three"]],
    ["so many", { limit: 2 }, ["One", "TWO % Ä"]],
    ["some levels", { levels: ["ERROR", "DEBUG"] }, ["TWO % Ä", "three"]],
    ["no level", { levels: [] }, []],
    ["words, whatever their case", { search: "two %" }, ["TWO % Ä"]],
    ["words of another alphabet", { search: "ä" }, ["TWO % Ä"]],
    ["both", { search: "t", levels: ["DEBUG"] }, ["three"]],
    ["of nobody", { jobId: "nobody" }, []],
  ];
  test.each(QUERIES)("are found: %s", (_, query, found) => expect(messages(query)).toEqual(found));

  test("are numbered, and continued by number", () => {
    const lines = store.read.logs({ jobId: job.id, limit: 10 });
    expect(messages({ after: lines[0]!.seq })).toEqual(["TWO % Ä", "three"]);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(lines[0]).toEqual({ seq: lines[0]!.seq, ...line("One"), line: 1 });
  });

  test("are told as events only to who asks, in one order with the others", async () => {
    await store.write((tx) => tx.changeJob(job.id, { progress: 5 }));
    const names = (query: object) => store.read.events({ after: 0, limit: 10, ...query }).map(({ body }) => body.event);
    expect(names({})).toEqual(["job_created", "job_created", "job_status_update"]);
    expect(names({ logs: true, jobId: job.id })).toEqual([
      "job_created",
      "job_log_entry",
      "job_log_entry",
      "job_log_entry",
      "job_status_update",
    ]);
    expect(names({ logs: true, limit: 3 })).toEqual(["job_created", "job_created", "job_log_entry"]);
    expect(store.read.events({ after: 2, limit: 1, logs: true })).toEqual([
      {
        seq: 3,
        jobId: job.id,
        body: {
          event: "job_log_entry",
          job_id: job.id,
          line: 1,
          timestamp: "1970-01-01T00:00:01.000000Z",
          level: "INFO",
          stage: "plan",
          message: "One",
        },
      },
    ]);
    expect(store.read.eventSpan()).toEqual({ oldest: 1, newest: 7 });
  });

  test("of a job that is not there are refused", async () => {
    await expect(store.write((tx) => tx.addLogs([line("x", { jobId: "nobody" })]))).rejects.toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });
});

test("a key is used once; costs are kept anew", async () => {
  await store.write((tx) => {
    tx.useKey("mcp", "k", { jobId: job.id, digest: "d" }, 5);
    tx.saveCosts("720p", MEASURED_COSTS);
    tx.saveCosts("720p", { ...MEASURED_COSTS, plan: 9 });
  });
  expect(store.read.keyUse("mcp", "k")).toEqual({ jobId: job.id, digest: "d" });
  expect([store.read.keyUse("api", "k"), store.read.costs("1080p")]).toEqual([undefined, undefined]);
  expect(store.read.costs("720p")).toEqual({ ...MEASURED_COSTS, plan: 9 });
  await expect(store.write((tx) => tx.useKey("mcp", "k", { jobId: other.id, digest: "e" }, 6))).rejects.toThrow("UNIQUE");
});

test("what is old expires, the oldest first and so many at once", async () => {
  await store.write((tx) => {
    for (const timeUs of [10, 20, 30]) {
      tx.addLogs([{ jobId: job.id, timeUs, level: "INFO", stage: null, message: `${timeUs}` }]);
      tx.useKey("s", `${timeUs}`, { jobId: job.id, digest: "" }, timeUs);
    }
  });
  const expire = (before: Parameters<Parameters<Parameters<Store["write"]>[0]>[0]["expire"]>[0], limit: number) =>
    store.write((tx) => tx.expire(before, limit));
  expect(await expire({ logsUs: 25, keysUs: 15 }, 10)).toBe(3);
  expect(store.read.logs({ jobId: job.id, limit: 9 }).map(({ message }) => message)).toEqual(["30"]);
  expect(["10", "20", "30"].filter((key) => store.read.keyUse("s", key))).toEqual(["20", "30"]);
  expect(await expire({ keysUs: 99, logsUs: 0 }, 1)).toBe(1);
  expect(store.read.eventSpan().oldest).toBe(1);
  expect(await expire({ eventsUs: Number.MAX_SAFE_INTEGER }, 1)).toBe(1);
  expect(store.read.eventSpan().oldest).toBe(2);
});
