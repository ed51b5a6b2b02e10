import { afterAll, expect, test } from "bun:test";
import { Storyboard } from "../../src/domain/storyboard.ts";
import { showStoryboard } from "../../src/service/storyboards.ts";
import { newJob, openTestStore, temporaryFolder } from "../store/fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const scene = (id: string, narration: string) => ({ id, narration, visual: { kind: "scenery", setting: "river", palette: "day" } });
const board = (...scenes: object[]) => Storyboard.parse({ title: "Rivers", scenes });

test("scenes have their own stills, or those of an earlier revision while they are as they were there", async () => {
  const store = openTestStore(`${folder}/stills.db`);
  const [a, b, c] = [scene("a", "One."), scene("b", "Two."), scene("c", "Three.")];
  const job = await store.write((tx) => {
    const made = tx.insertJob(newJob({ kind: "generate", status: "completed", waitingFor: null, revision: 1 }));
    tx.saveStoryboard(made.id, board(a, b), 1);
    return made;
  });
  const stills = () => showStoryboard(store.read, job.id).stills;
  expect(stills()).toEqual([null, null]);

  await store.write((tx) => tx.addStill(job.id, 1, 1));
  expect(stills()).toEqual([null, { revision: 1, scene: 1 }]);

  await store.write((tx) => tx.saveStoryboard(job.id, board(c, b, scene("a", "Changed.")), 2));
  await store.write((tx) => tx.addStill(job.id, 1, 0));
  expect(stills()).toEqual([null, { revision: 1, scene: 1 }, null]);

  await store.write((tx) => tx.saveStoryboard(job.id, board(b, a), 3));
  expect(stills()).toEqual([
    { revision: 1, scene: 1 },
    { revision: 1, scene: 0 },
  ]);
  await store.write((tx) => tx.addStill(job.id, 3, 0));
  expect(stills()).toEqual([
    { revision: 3, scene: 0 },
    { revision: 1, scene: 0 },
  ]);
  store.close();
});
