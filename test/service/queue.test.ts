import { afterAll, expect, test } from "bun:test";
import { viewQueue } from "../../src/service/queue.ts";
import { newJob, openTestStore, temporaryFolder } from "../store/fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

test("the queue shows who runs where, how many wait, who has waited longest, and when the next could begin", async () => {
  const store = openTestStore(`${folder}/queue.db`);
  const waits = { status: "pending", waitingFor: "slot" } as const;
  const [running] = await store.write((tx) => [
    tx.insertJob(newJob({ status: "rendering", waitingFor: null })),
    tx.insertJob(newJob({ ...waits, createdUs: 3e6, dueUs: 3e6, prompt: "later" })),
    tx.insertJob(newJob({ ...waits, createdUs: 1e6, dueUs: 1e6, prompt: "first" })),
    tx.insertJob(newJob({ status: "pending", waitingFor: "approval", createdUs: 0, dueUs: 0 })),
  ]);
  const asked: number[] = [];
  const scheduler = {
    state: () => ({
      slots: 2,
      running: [],
      places: [
        { jobId: running!.id, sinceUs: 5 },
        { jobId: null, sinceUs: 6 },
      ],
    }),
    waitSec(ahead: number) {
      asked.push(ahead);
      return 7;
    },
  };
  const view = viewQueue({ store, scheduler, threads: 3, nowUs: () => 11e6 });
  expect(view).toMatchObject({
    depth: { pending: 3, rendering: 1 },
    places: [
      { job: { id: running!.id }, sinceUs: 5 },
      { job: null, sinceUs: 6 },
    ],
    threads: 3,
    oldestWaiting: { prompt: "first", sec: 10 },
    nextStartSec: 7,
  });
  expect(view.depth).not.toHaveProperty("completed");
  expect(asked).toEqual([2]);
  store.close();
});
