import { afterAll, beforeAll, expect, test } from "bun:test";
import type { JobFilter } from "../../src/domain/job-query.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import type { Store } from "../../src/store/store.ts";
import { toTokens } from "../../src/store/words.ts";
import { anyJob, BEGIN_US, openTestStore, seeded, temporaryFolder } from "./fill.ts";

const JOBS = 9000;
const DAY_US = 86_400_000_000;
const { folder, remove } = temporaryFolder();
let store: Store;
let jobs: JobRecord[];
beforeAll(async () => {
  store = openTestStore(`${folder}/walk.db`);
  const random = seeded(5);
  jobs = await store.write((tx) => Array.from({ length: JOBS }, () => tx.insertJob(anyJob(random))));
  jobs.sort((a, b) => a.createdUs - b.createdUs || a.seq - b.seq);
});
afterAll(() => {
  store.close();
  remove();
});

const walked = (filter: JobFilter): number[] => [...store.read.walk(filter)].flat();
const seqs = (fits: (job: JobRecord) => boolean): number[] => jobs.filter(fits).map(({ seq }) => seq);
const hasWords = (search: string) => {
  const words = toTokens(search);
  return ({ prompt }: JobRecord) => words.every((word) => toTokens(prompt).includes(word));
};

const FILTERS: [string, JobFilter, (job: JobRecord) => boolean][] = [
  ["all", {}, () => true],
  ["those of a status", { statuses: ["completed"] }, ({ status }) => status === "completed"],
  ["those of some statuses", { statuses: ["failed", "cancelled"] }, ({ status }) => status === "failed" || status === "cancelled"],
  ["none", { statuses: [] }, () => false],
  ["those of a style and a priority", { style: "social", priority: 3 }, ({ style, priority }) => style === "social" && priority === 3],
  ["those of a priority", { priority: 3 }, ({ priority }) => priority === 3],
  ["those of a kind", { kind: "noop" }, ({ kind }) => kind === "noop"],
  ["those of a user", { userId: "ada", kind: "noop" }, ({ kind, origin }) => kind === "noop" && origin.userId === "ada"],
  [
    "those of some days",
    { fromUs: BEGIN_US + DAY_US, toUs: BEGIN_US + 3 * DAY_US, statuses: ["completed"] },
    ({ status, createdUs }) => status === "completed" && createdUs >= BEGIN_US + DAY_US && createdUs < BEGIN_US + 3 * DAY_US,
  ],
];

test.each(FILTERS)("a walk meets %s, the oldest first", (_, filter, fits) => expect(walked(filter)).toEqual(seqs(fits)));

const SEARCHES: [string, JobFilter, (job: JobRecord) => boolean][] = [
  ["a word", { search: "sea" }, hasWords("sea")],
  [
    "words and a status",
    { search: " storm 東京 ", statuses: ["completed"] },
    (job) => job.status === "completed" && hasWords("storm 東京")(job),
  ],
  ["nothing that can be found", { search: " *-() " }, () => false],
  ["words of FTS5", { search: "sea OR gulls" }, hasWords("sea or gulls")],
  ["what ids begin with", { search: "01890000", kind: "noop" }, ({ kind }) => kind === "noop"],
  ["hex that is no id, but might be a word", { search: "deadbeef" }, () => false],
];

test.each(SEARCHES)("a walk by %s meets each job once", (_, filter, fits) => {
  const found = walked(filter);
  expect(new Set(found).size).toBe(found.length);
  expect([...found].sort((a, b) => a - b)).toEqual(seqs(fits).sort((a, b) => a - b));
});

test("a step is short, and jobs that are made or go meanwhile do no harm", async () => {
  const walk = store.read.walk({});
  const first = walk.next().value!;
  expect(first.length).toBeLessThan(JOBS / 2);
  const gone = jobs.at(-1)!;
  const made = await store.write((tx) => {
    tx.deleteJob(gone.id);
    return tx.insertJob({ ...anyJob(seeded(9)), createdUs: BEGIN_US - DAY_US });
  });
  const rest = [...walk].flat();
  expect(rest).not.toContain(gone.seq);
  expect(rest).not.toContain(made.seq);
  expect(first.length + rest.length).toBe(JOBS - 1);
  expect(store.read.numbered(gone.seq)).toBeUndefined();
  expect(store.read.numbered(made.seq)).toEqual(made);
});
