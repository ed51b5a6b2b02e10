import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { resolveRequest } from "../../src/domain/job.ts";
import { Settings } from "../../src/domain/settings.ts";
import { findFfmpeg } from "../../src/media/find.ts";
import { startPool } from "../../src/queue/pool.ts";
import { startScheduler } from "../../src/queue/scheduler.ts";
import { openStore } from "../../src/store/open.ts";
import { openData } from "../../src/system/data.ts";
import { openDataFolders } from "../../src/system/files.ts";
import { openPrograms } from "../../src/system/programs.ts";
import { newJob } from "./engine.ts";

// A server of films without HTTP: `bun film-server.ts FOLDER [SCENES]`. It makes what is stored in FOLDER, and first stores a film of so many
// scenes; it prints each event as a line of JSON, and each task that a scene worker is given.

const [folder = "", scenes = "0"] = process.argv.slice(2);
const nowUs = () => Math.round((performance.timeOrigin + performance.now()) * 1000);
const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

const programs = await findFfmpeg({ env: process.env, signal: new AbortController().signal });
const { cache, temporary } = await openDataFolders(folder, process.pid);
const jobs = join(folder, "jobs");
await mkdir(jobs, { recursive: true });
const store = openStore(join(folder, "kinora.db"), { nowUs });
store.listen((events) => {
  for (const { body } of events) print(body);
});

const makeSceneWorker = () => {
  const worker = new Worker(new URL("../../src/workers/scene.worker.ts", import.meta.url));
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: { type: string; task?: { name: string } }) => {
    if (message.type === "run") print({ task: message.task!.name });
    post(message);
  };
  return worker;
};
const workshop = startPool({
  makeJobWorker: () => new Worker(new URL("../../src/workers/job.worker.ts", import.meta.url)),
  makeSceneWorker,
  sceneWorkers: 2,
  means: { programs, cache, temporary, codeVersion: "test", version: "test" },
  program: openPrograms(openData()),
});
const scheduler = startScheduler({
  store,
  workshop,
  settings: Settings.parse({}),
  slots: 1,
  nowUs,
  steadyUs: nowUs,
  random: () => 0.5,
  folders: { jobs, temporary },
});

if (Number(scenes) > 0) {
  const storyboard = {
    title: "Numbers",
    scenes: Array.from({ length: Number(scenes) }, (_, index) => ({ narration: `Number ${index}.`, duration: 1.5 })),
  };
  const film = resolveRequest({ storyboard, quality: "480p", effort: "draft" });
  await store.write((writing) => writing.insertJob(newJob({ kind: "generate", film, review: false, runAt: null })));
  scheduler.wake();
}
