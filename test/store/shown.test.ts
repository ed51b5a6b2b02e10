import { afterAll, describe, expect, test } from "bun:test";
import type { Artifacts } from "../../src/domain/artifacts.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { StoryboardDraft } from "../../src/domain/storyboard.ts";
import { openConnection } from "../../src/store/connection.ts";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import type { Store } from "../../src/store/store.ts";
import { BEGIN_US, FILM, newJob, openTestStore, seeded, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const list = (store: Store, limit = 100) => store.read.list({ sortBy: "created_at", descending: true, limit, offset: 0 }).jobs;
const shown = (store: Store, id: string) => list(store).find((job) => job.id === id)!;

const DRAFT = StoryboardDraft.parse({
  scenes: [
    { id: "1", narration: "Rivers begin small and cold, high among the stones." },
    { id: "2", duration: 7 },
    { id: "3", narration: "" },
  ],
});
const timeline = (frames: number[]): Artifacts["timeline"] => ({
  fps: 30,
  frames: 0,
  durationSec: 0,
  notes: [],
  scenes: frames.map((count, index) => ({
    id: String(index + 1),
    startFrame: 0,
    frames: count,
    headFrames: 0,
    voiceStartSec: 0,
    mood: "calm",
  })),
});

describe("the places of a page's jobs", () => {
  test("are those that each of them has in the queue, whatever else waits", async () => {
    let now = BEGIN_US;
    const store = openTestStore(`${folder}/places.db`, { nowUs: () => now });
    const random = seeded(3);
    const jobs: JobRecord[] = await store.write((tx) =>
      Array.from({ length: 400 }, (_, index) => {
        const kind = index % 7;
        const createdUs = BEGIN_US - Math.floor(random() * 6000e6);
        const priority = 1 + Math.floor(random() * 10);
        if (kind === 0) return tx.insertJob(newJob({ status: "completed", waitingFor: null, createdUs, priority }));
        if (kind === 1) return tx.insertJob(newJob({ waitingFor: "retry", dueUs: BEGIN_US + 5, createdUs, priority }));
        if (kind === 2) return tx.insertJob(newJob({ waitingFor: "time", dueUs: BEGIN_US + 1e9, createdUs, priority }));
        return tx.insertJob(newJob({ createdUs, priority }));
      }),
    );
    await store.write((tx) => tx.changeJob(jobs[7]!.id, { status: "pending", waitingFor: "slot" }));
    for (now of [BEGIN_US, BEGIN_US + 10]) {
      const page = list(store);
      for (const job of page)
        expect([job.id, job.queuePosition]).toEqual([
          job.id,
          job.status === "pending" && job.waitingFor === "slot" ? store.read.ahead(job) + 1 : null,
        ]);
      expect(page.filter(({ queuePosition }) => queuePosition !== null).length).toBeGreaterThan(40);
    }
    store.close();
  });

  test("go as far as places are counted", async () => {
    const store = openTestStore(`${folder}/far.db`);
    await store.write((tx) => {
      for (let count = 0; count < 10_500; count++) tx.insertJob(newJob({ createdUs: BEGIN_US + count }));
    });
    const page = store.read.list({ sortBy: "created_at", descending: false, limit: 100, offset: 9950 }).jobs;
    expect([page[0], page[49], page[50], page[51], page[99]].map((job) => job?.queuePosition)).toEqual([
      9951, 10_000, 10_001, 10_001, 10_001,
    ]);
    store.close();
  });
});

describe("the scenes of a job", () => {
  const store = openTestStore(`${folder}/scenes.db`);
  afterAll(store.close);
  const planned = (revision = 1) => store.write((tx) => tx.insertJob(newJob({ kind: "generate", revision })));

  test("are not known before it has been planned, then estimated, then measured", async () => {
    const { id } = await planned();
    expect(shown(store, id).scenes).toBeNull();
    await store.write((tx) => tx.saveStoryboard(id, DRAFT, 1));
    const [first, ...rest] = shown(store, id).scenes!;
    expect(first).toBeGreaterThan(2);
    expect(rest).toEqual([7, 4]);
    await store.write((tx) => tx.saveArtifact(id, 1, "timeline", timeline([100, 210, 115])));
    expect(shown(store, id).scenes).toEqual([3.33, 7, 3.83]);
  });

  test("are those of the newest storyboard", async () => {
    const { id } = await planned();
    const edited = { ...DRAFT, scenes: DRAFT.scenes.slice(1) };
    await store.write((tx) => {
      tx.saveStoryboard(id, DRAFT, 1);
      tx.saveStoryboard(id, edited, 2);
      tx.completeStoryboard(id, 1, DRAFT);
      tx.saveArtifact(id, 1, "timeline", timeline([100, 210, 115]));
    });
    expect(shown(store, id).scenes).toEqual([7, 4]);
  });

  test("go with it", async () => {
    const { id } = await planned();
    await store.write((tx) => tx.saveStoryboard(id, DRAFT, 1));
    await store.write((tx) => tx.deleteJob(id));
    const db = openConnection(`${folder}/scenes.db`);
    expect(db.query("SELECT count(*) AS left FROM job_scenes WHERE job_seq NOT IN (SELECT seq FROM jobs)").get()).toEqual({ left: 0 });
    db.close();
  });

  test("of films that an earlier version has made are those that it measured", async () => {
    const file = `${folder}/earlier.db`;
    const before = openTestStore(file);
    const { id } = await before.write((tx) => tx.insertJob(newJob({ kind: "generate", revision: 1 })));
    await before.write((tx) => tx.saveStoryboard(id, DRAFT, 1));
    await before.write((tx) => tx.saveArtifact(id, 1, "timeline", timeline([100, 210, 115])));
    before.close();
    const db = openConnection(file);
    db.run("DROP TABLE job_scenes");
    db.run("ALTER TABLE stage_costs DROP COLUMN films");
    db.run(MIGRATIONS.find((migration) => migration.includes("CREATE TABLE job_scenes"))!);
    db.close();
    const store = openTestStore(file);
    expect(shown(store, id).scenes).toEqual([3.33, 7, 3.83]);
    store.close();
  });
});

test("the film of a completed job is told in short, and of no other", async () => {
  const store = openTestStore(`${folder}/films.db`);
  const [done, again] = await store.write((tx) => [
    tx.insertJob(newJob({ kind: "generate", status: "completed", waitingFor: null, film: FILM })),
    tx.insertJob(newJob({ kind: "generate", film: FILM })),
  ]);
  const { video, poster, bytes, durationSec } = FILM;
  expect(shown(store, done!.id).film).toEqual({ video, poster, bytes, durationSec });
  expect(shown(store, again!.id).film).toBeNull();
  store.close();
});
