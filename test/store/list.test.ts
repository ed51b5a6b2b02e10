import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { READY_STYLES } from "../../src/domain/job.ts";
import { type JobPage, type JobQuery, MOST_COUNTED, SORT_KEYS, type SortKey } from "../../src/domain/job-query.ts";
import { JobKind, type JobRecord, JobStatus, type JobSummary, phaseOf, RUNNING_STATUSES } from "../../src/domain/job-record.ts";
import { type Connection, openConnection } from "../../src/store/connection.ts";
import { openList } from "../../src/store/list.ts";
import type { Store } from "../../src/store/store.ts";
import { openTotals } from "../../src/store/totals.ts";
import { toTokens } from "../../src/store/words.ts";
import { anyJob, BEGIN_US, openTestStore, seeded, temporaryFolder } from "./fill.ts";

const DAY_US = 86_400_000_000;
const JOBS = 1500;
const FIELD: Record<SortKey, (job: JobRecord) => number | null> = {
  created_at: (job) => job.createdUs,
  updated_at: (job) => job.updatedUs,
  progress: (job) => job.progress,
  duration_target: (job) => job.durationTargetSec,
  priority: (job) => job.priority,
};

const { folder, remove } = temporaryFolder();
let store: Store;
let jobs: JobRecord[];

const known = new Map<string, Set<string>>();
function wordsOf(prompt: string): Set<string> {
  const words = known.get(prompt) ?? new Set(toTokens(prompt));
  known.set(prompt, words);
  return words;
}

/** What a list must show, found the simple way. */
function model(query: JobQuery): JobRecord[] {
  const words = query.search === undefined ? [] : toTokens(query.search);
  const found = jobs.filter(
    (job) =>
      (!query.statuses || query.statuses.includes(job.status)) &&
      (query.fromUs === undefined || job.createdUs >= query.fromUs) &&
      (query.toUs === undefined || job.createdUs < query.toUs) &&
      (query.priority === undefined || job.priority === query.priority) &&
      (!query.style || job.style === query.style) &&
      (!query.kind || job.kind === query.kind) &&
      (query.userId === undefined || job.origin.userId === query.userId) &&
      (query.search === undefined || (words.length > 0 && words.every((word) => wordsOf(job.prompt).has(word)))),
  );
  const value = (job: JobRecord) => FIELD[query.sortBy](job) ?? Number.NEGATIVE_INFINITY;
  found.sort((a, b) => Math.sign(value(a) - value(b)) || a.createdUs - b.createdUs || a.seq - b.seq);
  return query.descending ? found.reverse() : found;
}

function expectAsModel(query: JobQuery, list: (query: JobQuery) => JobPage<JobSummary> = store.read.list): void {
  const expected = model(query);
  const page = list(query);
  expect({ query, seqs: page.jobs.map(({ seq }) => seq) }).toEqual({
    query,
    seqs: expected.slice(query.offset, query.offset + query.limit).map(({ seq }) => seq),
  });
  expect(page.totalIsExact || expected.length > MOST_COUNTED).toBe(true);
  expect(page.total).toBe(page.totalIsExact ? expected.length : MOST_COUNTED);
}

beforeAll(async () => {
  store = openTestStore(`${folder}/list.db`);
  const random = seeded(1);
  jobs = await store.write((tx) => Array.from({ length: JOBS }, () => tx.insertJob(anyJob(random))));
  await store.write((tx) => {
    for (const job of jobs.filter(() => random() < 0.3)) {
      const { status, style, priority, progress, updatedUs } = anyJob(random);
      jobs[jobs.indexOf(job)] = tx.changeJob(job.id, { status, style, priority, progress, updatedUs });
    }
    for (const job of jobs.filter(() => random() < 0.05)) {
      tx.deleteJob(job.id);
      jobs.splice(jobs.indexOf(job), 1);
    }
  });
});
afterAll(() => {
  store.close();
  remove();
});

const FILTERS: [string, Partial<JobQuery>][] = [
  ["no filter", {}],
  ...JobStatus.options.map((status): [string, Partial<JobQuery>] => [`status ${status}`, { statuses: [status] }]),
  ["all that run", { statuses: RUNNING_STATUSES }],
  ["all that are over", { statuses: ["completed", "failed", "cancelled"] }],
  ["no status at all", { statuses: [] }],
  ["a priority", { priority: 7 }],
  ...READY_STYLES.map((style): [string, Partial<JobQuery>] => [`style ${style}`, { style }]),
  ...JobKind.options.map((kind): [string, Partial<JobQuery>] => [`kind ${kind}`, { kind }]),
  ["from a time", { fromUs: BEGIN_US + 3.3 * DAY_US }],
  ["to a time", { toUs: BEGIN_US + 3.3 * DAY_US }],
  ["some days", { fromUs: BEGIN_US + 1.2 * DAY_US, toUs: BEGIN_US + 6.7 * DAY_US }],
  ["some hours", { fromUs: BEGIN_US, toUs: BEGIN_US + 0.3 * DAY_US }],
  ["no time", { fromUs: BEGIN_US + DAY_US, toUs: BEGIN_US }],
  ["a user", { userId: "ada" }],
  ["a user who has none", { userId: "eve" }],
  ["status and style", { statuses: ["completed"], style: "cinematic" }],
  ["status and days", { statuses: ["completed"], fromUs: BEGIN_US + 1.2 * DAY_US, toUs: BEGIN_US + 6.7 * DAY_US }],
  ["statuses and days", { statuses: ["completed", "pending"], fromUs: BEGIN_US + 1.2 * DAY_US }],
  ["priority and days", { priority: 3, fromUs: BEGIN_US + 1.2 * DAY_US }],
  ["style and days", { style: "social", fromUs: BEGIN_US + 1.2 * DAY_US }],
  ["style and priority", { style: "cinematic", priority: 10 }],
  ["kind, statuses and user", { kind: "generate", statuses: ["completed", "pending"], userId: "ada" }],
  ["everything", { kind: "generate", statuses: ["completed"], priority: 10, style: "cinematic", fromUs: BEGIN_US }],
  ["a word", { search: "storm" }],
  ["words, one of them not wholly", { search: "Sea  ligHTHouse" }],
  ["a word and a status", { search: "sea", statuses: ["completed"] }],
  ["a word and days", { search: "sea", fromUs: BEGIN_US + 1.2 * DAY_US }],
  ["words of FTS5", { search: "sea OR gulls" }],
  ["no words", { search: " *-() \"' " }],
];

describe("a list is what a simple one would be", () => {
  test.each(FILTERS)("with %s", (_, filter) => {
    for (const sortBy of SORT_KEYS) {
      for (const descending of [false, true]) {
        const total = model({ ...filter, sortBy, descending, limit: 1, offset: 0 }).length;
        for (const offset of new Set([0, 3, Math.floor(total / 2), Math.max(0, total - 12), total, total + 1, 2 ** 53 - 1]))
          expectAsModel({ ...filter, sortBy, descending, limit: 25, offset });
      }
    }
  });

  test("with any mix of filters", () => {
    const random = seeded(2);
    for (let round = 0; round < 300; round++) {
      const mixed = Object.assign({}, ...FILTERS.filter(() => random() < 0.06).map(([, filter]) => filter)) as Partial<JobQuery>;
      const sortBy = SORT_KEYS[Math.floor(random() * SORT_KEYS.length)]!;
      expectAsModel({ ...mixed, sortBy, descending: random() < 0.5, limit: Math.floor(random() * 60), offset: Math.floor(random() * 900) });
    }
  });
});

describe("every way to a page leads to the same", () => {
  let db: Connection;
  let ways = 1;
  let way = 0;
  let list: (query: JobQuery) => JobPage<JobSummary>;
  beforeAll(() => {
    db = openConnection(`${folder}/list.db`);
    list = openList(db, openTotals(db), (options) => {
      ways = options.length;
      return options[way]!.plan;
    });
  });
  afterAll(() => db.close());

  test.each(FILTERS.filter(([, { search }]) => search === undefined))("with %s", (_, filter) => {
    for (const [place, sortBy] of SORT_KEYS.entries()) {
      for (const offset of [3, 60]) {
        const query = { ...filter, sortBy, descending: (place + offset) % 2 === 0, limit: 25, offset };
        for (way = 0, ways = 1; way < ways; way++) expectAsModel(query, list);
      }
    }
  });
});

test("the summary is of all jobs, whatever the filter", () => {
  const { counts } = store.read.list({ statuses: ["failed"], sortBy: "progress", descending: true, limit: 1, offset: 0 });
  const of = (is: (job: JobRecord) => boolean) => jobs.filter(is).length;
  const expected = {
    total: jobs.length,
    completed: of(({ status }) => status === "completed"),
    failed: of(({ status }) => status === "failed"),
    inProgress: of(({ status }) => phaseOf(status) === "running"),
    pending: of(({ status }) => status === "pending"),
    cancelled: of(({ status }) => status === "cancelled"),
  };
  expect(counts).toEqual(expected);
  expect(store.read.counts()).toEqual(expected);
  expect(store.read.countOf("failed")).toBe(expected.failed);
  expect(store.read.countsOfUser("ada").total).toBe(of(({ origin }) => origin.userId === "ada"));
  expect(store.read.countsOfUser("eve").total).toBe(0);
});

describe("a search", () => {
  const found = (search: string) => store.read.list({ search, sortBy: "created_at", descending: true, limit: 2000, offset: 0 });

  test("finds a job by its whole id and by its beginning", () => {
    const job = jobs[7]!;
    expect(found(job.id.toUpperCase()).jobs.map(({ id }) => id)).toEqual([job.id]);
    const all = found(job.id.slice(0, 8));
    expect([all.total, all.totalIsExact, all.jobs.length]).toEqual([MOST_COUNTED, false, MOST_COUNTED]);
    expect(found(job.id.slice(0, 7)).total).toBe(0);
  });

  test("finds words of a writing without spaces within a run, in their order only", () => {
    const expected = jobs.filter(({ prompt }) => prompt.includes("京") || prompt.includes("東京"));
    expect(found("京").total).toBe(expected.length);
    expect(found("京東").total).toBe(jobs.filter(({ prompt }) => prompt.includes("東京 東京")).length);
    expect(found("タワー").total).toBe(jobs.filter(({ prompt }) => prompt.includes("タワー")).length);
  });

  test.each([
    '"',
    "sea*",
    "sea^2",
    "NEAR(sea storm)",
    "words:sea",
    "sea NOT storm",
    "{sea}",
    "-sea",
    "sea\0storm",
    "\ud800",
    "'; DROP TABLE jobs",
  ])("takes %j for words", (search) => expect(found(search).total).toBeLessThanOrEqual(jobs.length));

  test("with more than a thousand results shows the newest and says so", async () => {
    await store.write((tx) => {
      for (let count = 0; count < MOST_COUNTED + 5; count++)
        tx.insertJob({ ...anyJob(seeded(count)), prompt: "everywhere", createdUs: BEGIN_US + count });
    });
    const page = store.read.list({ search: "everywhere", sortBy: "created_at", descending: true, limit: 1, offset: 0 });
    expect([page.total, page.totalIsExact, page.jobs[0]?.createdUs]).toEqual([MOST_COUNTED, false, BEGIN_US + MOST_COUNTED + 4]);
  });
});
