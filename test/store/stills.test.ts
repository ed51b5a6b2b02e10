import { afterAll, expect, test } from "bun:test";
import { newJob, openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

test("stills are known by revision, and lists know the first", async () => {
  const store = openTestStore(`${folder}/stills.db`);
  const job = await store.write((tx) => tx.insertJob(newJob({ kind: "generate", status: "rendering" })));
  const stillOfList = () => store.read.list({ sortBy: "created_at", descending: true, limit: 1, offset: 0 }).jobs[0]!.still;
  expect([store.read.stills(job.id, 1), store.read.stillsBefore(job.id, 9), stillOfList()]).toEqual([[], undefined, null]);
  await store.write((tx) => {
    for (const scene of [2, 0, 2]) tx.addStill(job.id, job.revision, scene);
    tx.addStill("nobody", 1, 0);
    tx.addStill(job.id, job.revision + 2, 5);
  });
  expect(store.read.stills(job.id, job.revision)).toEqual([0, 2]);
  expect(store.read.stillsBefore(job.id, job.revision + 2)).toBe(job.revision);
  expect(store.read.stillsBefore(job.id, job.revision + 9)).toBe(job.revision + 2);
  expect(stillOfList()).toBe(0);
  await store.write((tx) => tx.changeJob(job.id, { revision: job.revision + 2 }));
  expect(stillOfList()).toBe(5);
  await store.write((tx) => tx.deleteJob(job.id));
  expect(store.read.stills(job.id, job.revision)).toEqual([]);
  store.close();
});
