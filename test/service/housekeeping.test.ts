import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Settings } from "../../src/domain/settings.ts";
import { readSubmission } from "../../src/domain/submit.ts";
import { clearExpired } from "../../src/service/housekeeping.ts";
import type { ServiceMeans } from "../../src/service/means.ts";
import { newJob } from "../../src/service/submit.ts";
import { openStore } from "../../src/store/open.ts";

const DAY_US = 86_400e6;
const folder = mkdtempSync(join(tmpdir(), "kinora-house-"));
let us = 1e15;
const nowUs = () => ++us;
const store = openStore(join(folder, "kinora.db"), { nowUs });
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = () =>
  store.write((tx) => tx.insertJob(newJob(readSubmission({ kind: "noop", prompt: "Bees" }, { noop: true }), Bun.randomUUIDv7(), nowUs())));
const say = (jobId: string, lines: number) =>
  store.write((tx) =>
    tx.addLogs(
      Array.from({ length: lines }, (_, i) => ({ jobId, timeUs: nowUs(), level: "DEBUG" as const, stage: null, message: `Line ${i}` })),
    ),
  );
const clear = (keep: object) => {
  const settings = Settings.parse({ keep });
  return clearExpired(
    { store, settings, nowUs, jobsFolder: join(folder, "jobs") } as unknown as ServiceMeans,
    new AbortController().signal,
  );
};

test("lines and events older than they are kept go, the others stay; finished jobs go with their files and all their lines", async () => {
  const [old, young] = [await add(), await add()];
  await say(old.id, 5000);
  await store.write((tx) => tx.changeJob(old.id, { status: "completed", finishedUs: nowUs() }));
  us += 20 * DAY_US;
  await say(young.id, 3);
  const files = join(folder, "jobs", old.id);
  mkdirSync(files, { recursive: true });

  await clear({ logs: 10, events: 10, jobs: 0 });
  expect(store.read.logs({ jobId: old.id, limit: 10 })).toEqual([]);
  expect(store.read.logs({ jobId: young.id, limit: 10 })).toHaveLength(3);
  expect(store.read.events({ after: 0, limit: 10 })).toEqual([]);
  expect(store.read.job(old.id)).toBeDefined();

  await say(old.id, 5000);
  await clear({ logs: 0, jobs: 10 });
  expect(store.read.job(old.id)).toBeUndefined();
  expect(existsSync(files)).toBe(false);
  expect(store.read.events({ after: 0, limit: 10, logs: true }).map(({ jobId }) => jobId)).toEqual([young.id, young.id, young.id]);
});
