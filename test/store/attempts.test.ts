import { afterAll, expect, test } from "bun:test";
import type { JobChange } from "../../src/domain/job-record.ts";
import { newJob, openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const RUNS: JobChange = { status: "rendering", waitingFor: null };
const WAITS: JobChange = { status: "pending", waitingFor: "slot" };

test("tries are kept with the changes of their job: numbered, with when they joined the queue and what they ran", async () => {
  const store = openTestStore(`${folder}/attempts.db`);
  const base = { kind: "generate", status: "pending", waitingFor: "slot", createdUs: 1000, updatedUs: 1000, dueUs: 1000 } as const;
  const job = await store.write((tx) => tx.insertJob(newJob({ ...base, stages: [], startedUs: null, finishedUs: null })));
  const change = (what: JobChange, updatedUs: number) => store.write((tx) => tx.changeJob(job.id, { ...what, updatedUs }));
  expect(store.read.attempts(job.id)).toEqual([]);

  await change(RUNS, 2000);
  expect(store.read.attempts(job.id)).toMatchObject([{ number: 1, queuedUs: 1000, startedUs: 2000, finishedUs: null, outcome: null }]);
  const plan = { name: "plan", progress: 100, startedUs: 2100, finishedUs: 2200 } as const;
  await change({ stages: [plan] }, 2300);
  await change({ status: "pending", waitingFor: "retry", dueUs: 5000, error: "No.", errorCode: "stalled" }, 3000);
  await change({ ...RUNS, error: null, errorCode: null }, 6000);
  const render = { name: "render", progress: 5, startedUs: 6100, finishedUs: null } as const;
  await change({ ...WAITS, stages: [plan, render] }, 7000);
  await change({ status: "cancelled", waitingFor: null }, 8000);

  expect(store.read.attempts(job.id)).toEqual([
    {
      ...{ number: 1, revision: job.revision, queuedUs: 1000, startedUs: 2000, finishedUs: 3000, outcome: "failed" },
      ...{ error: "No.", errorCode: "stalled", stages: [{ name: "plan", startedUs: 2100, finishedUs: 2200 }] },
    },
    {
      ...{ number: 2, revision: job.revision, queuedUs: 5000, startedUs: 6000, finishedUs: 7000, outcome: "interrupted" },
      ...{ error: null, errorCode: null, stages: [{ name: "render", startedUs: 6100, finishedUs: null }] },
    },
    {
      ...{ number: 3, revision: job.revision, queuedUs: 7000, startedUs: null, finishedUs: 8000, outcome: "cancelled" },
      ...{ error: null, errorCode: null, stages: [] },
    },
  ]);
  await store.write((tx) => tx.deleteJob(job.id));
  expect(store.read.attempts(job.id)).toEqual([]);
  store.close();
});
