import { afterAll, describe, expect, test } from "bun:test";
import { costKey } from "../../src/domain/costs.ts";
import { MEASURED_COSTS } from "../../src/domain/stages.ts";
import { StoryboardDraft } from "../../src/domain/storyboard.ts";
import { readSubmission } from "../../src/domain/submit.ts";
import { USUAL_PREFERENCES } from "../../src/domain/usual-preferences.ts";
import { openRequests } from "../../src/service/requests.ts";
import { newJob as toNewJob } from "../../src/service/submit.ts";
import { BEGIN_US, newJob, openTestStore, temporaryFolder } from "../store/fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
let files = 0;

/** Requests to a store of their own; `preferences` can be changed, and a job of the queue takes ten seconds. */
function open() {
  const store = openTestStore(`${folder}/${++files}.db`);
  const preferences = { ...USUAL_PREFERENCES };
  const requests = openRequests({
    store,
    scheduler: { waitSec: (ahead: number) => ahead * 10 } as never,
    preferences: { get: () => preferences },
    nowUs: () => BEGIN_US,
  });
  const estimate = (body: object) => requests.estimate(readSubmission({ prompt: "Tea", ...body }, { noop: true }));
  return { store, preferences, requests, estimate };
}

describe("what a film would take", () => {
  test("waits behind those that go before it", async () => {
    const { store, estimate } = open();
    await store.write((tx) => {
      for (const priority of [2, 5, 5, 8]) tx.insertJob(newJob({ priority }));
    });
    const places = [1, 5, 8, 10]
      .map((priority) => estimate({ priority }))
      .map(({ queuePosition, waitingSec }) => [queuePosition, waitingSec]);
    expect(places).toEqual([
      [5, 40],
      [4, 30],
      [2, 10],
      [1, 0],
    ]);
    expect(store.read.counts().total).toBe(4);
  });

  test("does not begin before its time", () => {
    const runAt = new Date(BEGIN_US / 1000 + 90_000).toISOString();
    expect(open().estimate({ run_at: runAt }).waitingSec).toBeCloseTo(90);
    expect(open().estimate({ run_at: "2020-01-01T00:00:00Z" }).waitingSec).toBe(0);
  });

  test("is told by this machine's own films once there are some", async () => {
    const { store, estimate } = open();
    const before = estimate({});
    expect(before).toMatchObject({ filmsMeasured: 0, durationSec: 60 });
    expect(before.stages.find(({ name }) => name === "render")?.sec).toBe(MEASURED_COSTS.render);
    const key = costKey({ quality: "720p", effort: "standard" });
    for (const render of [100, 200]) await store.write((tx) => tx.saveCosts(key, { ...MEASURED_COSTS, render }));
    const after = estimate({ duration_target: 30 });
    expect(after.filmsMeasured).toBe(2);
    expect(after.stages.find(({ name }) => name === "render")?.sec).toBe(100);
    expect(after.processingSec).toBeGreaterThan(100);
    expect(estimate({ quality: "480p" }).filmsMeasured).toBe(0);
  });

  test("costs what the rates say, and nothing is said where none is set", () => {
    const { preferences, estimate } = open();
    expect(estimate({})).toMatchObject({ cost: null, currency: "EUR" });
    Object.assign(preferences, { compute_per_hour: 36, currency: "CHF" });
    const compute = estimate({});
    expect(compute.currency).toBe("CHF");
    expect(compute.cost).toBeCloseTo(compute.processingSec / 100);
    Object.assign(preferences, { storage_per_gb_month: 1000 });
    expect(estimate({}).cost).toBeCloseTo(compute.cost! + compute.bytes / 1e6);
  });

  test("of a job that does nothing is its rest", () => {
    const { estimate } = open();
    expect(estimate({ kind: "noop", noop_ms: 2500 })).toMatchObject({ processingSec: 2.5, stages: [], scenes: 0, bytes: 0 });
  });
});

describe("what a job was asked", () => {
  const draft = (title: string) => StoryboardDraft.parse({ title, scenes: [{ narration: "Tea." }] });

  test("has its storyboard once that has been edited, the newest", async () => {
    const { store, requests } = open();
    const submission = readSubmission({ prompt: "Tea" }, { noop: false });
    const { id } = await store.write((tx) => tx.insertJob(toNewJob(submission, Bun.randomUUIDv7(), BEGIN_US)));
    expect(requests.asked(id)).toMatchObject({ revision: 1, storyboard: undefined });
    await store.write((tx) => tx.saveStoryboard(id, draft("planned"), 1));
    expect(requests.asked(id)).toMatchObject({ revision: 1, storyboard: undefined, job: { request: submission.request } });
    await store.write((tx) => [tx.saveStoryboard(id, draft("two"), 2), tx.saveStoryboard(id, draft("three"), 3)]);
    expect(requests.asked(id.toUpperCase())).toMatchObject({ revision: 3, storyboard: { title: "three" } });
  });

  test.each(["", "nonsense", "0199f3a0-7c1e-7b3a-9c55-ffffffffffff"])("is not known of %j", (id) =>
    expect(() => open().requests.asked(id)).toThrow(expect.objectContaining({ code: "not_found" })),
  );
});
