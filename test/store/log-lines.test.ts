import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { JobRecord } from "../../src/domain/job-record.ts";
import type { LogLevel } from "../../src/domain/wire.ts";
import { matchLogs, readLogs } from "../../src/service/logs.ts";
import { openTurns } from "../../src/service/turns.ts";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import type { LogQuery, Store } from "../../src/store/store.ts";
import { newJob, openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
let store: Store;
let job: JobRecord;
let other: JobRecord;
const LINES = 9000;

const levelOf = (line: number): LogLevel => (line % 1000 === 0 ? "ERROR" : line % 10 === 0 ? "INFO" : "DEBUG");

beforeAll(async () => {
  store = openTestStore(`${folder}/lines.db`);
  [job, other] = await store.write((tx) => [tx.insertJob(newJob()), tx.insertJob(newJob())]);
  await store.write((tx) => {
    for (let line = 1; line <= LINES; line++) {
      tx.addLogs([{ jobId: job.id, timeUs: line, level: levelOf(line), stage: null, message: `frame=${line} é` }]);
      if (line % 3 === 0) tx.addLogs([{ jobId: other.id, timeUs: line, level: "INFO", stage: null, message: "another's" }]);
    }
  });
});
afterAll(() => {
  store.close();
  remove();
});

const turn = openTurns();
const read = (query: Partial<LogQuery>) => readLogs(store.read, { jobId: job.id, limit: 100, ...query }, turn);
const linesOf = async (query: Partial<LogQuery>) => (await read(query)).map(({ line }) => line);
const seqOf = (line: number) => store.read.logs({ jobId: job.id, fromLine: line, limit: 1 })[0]!.seq;

describe("a page of a log", () => {
  const PAGES: [what: string, query: () => Partial<LogQuery>, lines: number[]][] = [
    ["from a line", () => ({ fromLine: 7777, limit: 2 }), [7777, 7778]],
    ["from a line to another", () => ({ fromLine: 8, toLine: 10 }), [8, 9, 10]],
    ["from a line beyond the end", () => ({ fromLine: LINES + 1 }), []],
    ["after a number", () => ({ after: seqOf(5000), limit: 2 }), [5001, 5002]],
    ["after a number that another job has", () => ({ after: seqOf(6) + 1, limit: 1 }), [7]],
    ["after the last", () => ({ after: seqOf(LINES) }), []],
    ["after a number that nobody has yet", () => ({ after: Number.MAX_SAFE_INTEGER }), []],
    ["the newest", () => ({ newest: true, limit: 3 }), [8998, 8999, 9000]],
    ["the newest before a number", () => ({ newest: true, before: seqOf(4), limit: 2 }), [2, 3]],
    ["before the first", () => ({ newest: true, before: seqOf(1) }), []],
    ["the newest of a level", () => ({ newest: true, levels: ["ERROR"], limit: 2 }), [8000, 9000]],
    ["the newest of a level, from far", () => ({ newest: true, levels: ["ERROR"], before: seqOf(2001), limit: 9 }), [1000, 2000]],
    ["the first with words", () => ({ search: "FRAME=77", limit: 3 }), [77, 770, 771]],
    ["the newest with words beyond ASCII", () => ({ search: "8999 É", newest: true }), [8999]],
    ["words in a range", () => ({ search: "=9", fromLine: 100, toLine: 901, limit: 9 }), [900, 901]],
  ];
  test.each(PAGES)("%s", async (_, query, lines) => expect(await linesOf(query())).toEqual(lines));

  test("holds as many as are asked for, from wherever they come", async () => {
    expect(await linesOf({ levels: ["INFO", "ERROR"], limit: 900 })).toHaveLength(900);
    expect((await linesOf({ levels: ["INFO"], newest: true, limit: 500 })).at(0)).toBe(3950);
    expect(await linesOf({ limit: LINES })).toEqual(Array.from({ length: LINES }, (_, index) => index + 1));
  });
});

test("how long a log is, is known by level without looking through it", () => {
  expect(store.read.logSummary(job.id)).toEqual({
    levels: { DEBUG: 8100, INFO: 891, WARNING: 0, ERROR: 9 },
    first: { line: 1, seq: seqOf(1) },
    last: { line: LINES, seq: seqOf(LINES) },
  });
  expect(store.read.logSummary(other.id).levels.INFO).toBe(3000);
  expect(store.read.logSummary("nobody")).toEqual({ levels: { DEBUG: 0, INFO: 0, WARNING: 0, ERROR: 0 }, first: null, last: null });
});

test("which lines fit is told in order, in parts that can be gone on with", async () => {
  const match = (query: Partial<LogQuery>) => matchLogs(store.read, { jobId: job.id, limit: 10_000, ...query }, turn);
  expect(await match({ levels: ["ERROR"] })).toEqual({
    lines: [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000],
    next: null,
  });
  const part = await match({ levels: ["ERROR"], limit: 4 });
  expect(part.lines).toEqual([1000, 2000, 3000, 4000]);
  expect((await match({ levels: ["ERROR"], limit: 9, fromLine: part.next! })).lines).toEqual([5000, 6000, 7000, 8000, 9000]);
  expect(await match({ search: "nowhere" })).toEqual({ lines: [], next: null });
  expect((await match({})).lines).toHaveLength(LINES);
  expect(await match({ jobId: "nobody" })).toEqual({ lines: [], next: null });
  const stop = AbortSignal.abort();
  await expect(matchLogs(store.read, { jobId: job.id, limit: 1 }, turn, stop)).rejects.toThrow("Cancelled");
});

test("lines keep their places when the oldest go, and the counts follow", async () => {
  const mine = openTestStore(`${folder}/drop.db`);
  const made = await mine.write((tx) => tx.insertJob(newJob()));
  const add = (count: number) =>
    mine.write((tx) =>
      tx.addLogs(Array.from({ length: count }, () => ({ jobId: made.id, timeUs: 1, level: "INFO" as const, stage: null, message: "x" }))),
    );
  await add(5);
  expect(await mine.write((tx) => tx.dropLines(made.id, 2))).toBe(2);
  await add(1);
  expect(mine.read.logs({ jobId: made.id, limit: 9 }).map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  expect(mine.read.logSummary(made.id)).toMatchObject({ levels: { INFO: 4 }, first: { line: 3 }, last: { line: 6 } });
  await mine.write((tx) => tx.deleteJob(made.id));
  expect(mine.read.logSummary(made.id)).toMatchObject({ levels: { INFO: 0 }, first: null });
  mine.close();
});

test("logs of an older database are numbered and counted when it is opened", () => {
  const file = `${folder}/older.db`;
  const db = new Database(file, { create: true });
  db.run(MIGRATIONS[0]!);
  db.run(`PRAGMA user_version = 1; PRAGMA application_id = ${0x4b494e4f}`);
  for (const id of ["a", "b"])
    db.run(
      "INSERT INTO jobs (id, kind, status, priority, rank, due_us, prompt, progress, failures, revision, approved, created_us, updated_us) VALUES (?, 1, 12, 5, 0, 0, '', 0, 0, 1, 1, 0, 0)",
      [id],
    );
  for (const [job, level] of [
    [1, "INFO"],
    [2, "INFO"],
    [1, "ERROR"],
    [1, "INFO"],
  ] as const)
    db.run("INSERT INTO job_logs (job_seq, time_us, level, message) VALUES (?, 0, ?, 'x')", [job, level]);
  db.run("INSERT INTO events (time_us, body) VALUES (0, ?)", [
    JSON.stringify({ event: "scene_rendered", job_id: "a", scene: 0, scenes: 1 }),
  ]);
  db.close();
  const opened = openTestStore(file);
  expect(opened.read.logs({ jobId: "a", limit: 9 }).map(({ line, seq }) => [line, seq])).toEqual([
    [1, 1],
    [2, 3],
    [3, 4],
  ]);
  expect(opened.read.logSummary("a").levels).toEqual({ DEBUG: 0, INFO: 2, WARNING: 0, ERROR: 1 });
  expect(opened.read.logSummary("b").last).toEqual({ line: 1, seq: 2 });
  expect(opened.read.events({ after: 0, limit: 9 })[0]!.body).toEqual({
    ...{ event: "scene_rendered", job_id: "a", scene: 0, scenes: 1, thumbnail_url: null },
  });
  opened.close();
});
