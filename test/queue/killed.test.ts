import { afterEach, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "../../src/domain/stages.ts";
import { stillName } from "../../src/domain/still.ts";
import { openStore } from "../../src/store/open.ts";
import { processesNaming } from "../helpers/kinora.ts";

let folder = "";
const servers: Bun.Subprocess<"ignore", "pipe", "inherit">[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) server.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

type Line = { event?: string; task?: string; stage?: string; scene?: number };

/** Starts a server of films and reads what it prints until a line is as asked; answers all lines until then. */
async function serve(args: string[], isLast: (line: Line) => boolean): Promise<{ server: (typeof servers)[0]; lines: Line[] }> {
  const server = Bun.spawn([process.execPath, join(import.meta.dir, "film-server.ts"), folder, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  servers.push(server);
  const lines: Line[] = [];
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of server.stdout) {
    text += decoder.decode(chunk, { stream: true });
    const whole = text.split("\n");
    text = whole.pop()!;
    for (const line of whole) {
      lines.push(JSON.parse(line));
      if (isLast(lines.at(-1)!)) return { server, lines };
    }
  }
  throw new Error(`The server ended after ${JSON.stringify(lines.at(-1))}.`);
}

test("a server killed in the middle of rendering leaves no process, and its next start makes only what was missing", async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-killed-"));
  const SCENES = 5;
  let scenes = 0;
  const first = await serve([String(SCENES)], ({ event }) => event === "scene_rendered" && ++scenes === 2);
  first.server.kill("SIGKILL");
  await first.server.exited;
  while ((await processesNaming(folder)).length > 0) await Bun.sleep(10);

  const second = await serve([], ({ event }) => event === "job_completed" || event === "job_failed");
  expect(second.lines.at(-1)?.event).toBe("job_completed");
  const stages = [...first.lines, ...second.lines].filter(({ event }) => event === "stage_completed").map(({ stage }) => stage);
  expect([...stages].sort()).toEqual([...STAGE_NAMES].sort());
  const tasks = (lines: Line[], name: string) => lines.filter(({ task }) => task === name).length;
  expect(tasks(second.lines, "speak")).toBe(0);
  expect(tasks(second.lines, "render")).toBeLessThanOrEqual(SCENES - 2);
  second.server.kill("SIGKILL");
  await second.server.exited;

  const store = openStore(join(folder, "kinora.db"), { nowUs: () => Date.now() * 1000 });
  const [summary] = store.read.list({ sortBy: "created_at", descending: true, limit: 10, offset: 0 }).jobs;
  const job = store.read.job(summary!.id)!;
  expect(store.read.stills(job.id, 1)).toEqual([0, 1, 2, 3, 4]);
  store.close();
  expect(job).toMatchObject({ status: "completed", failures: 0, crash: null, progress: 100 });
  expect(job.film?.report).toMatchObject({ passed: true });
  expect((await readdir(join(folder, "jobs", job.id, "1"))).sort()).toEqual([
    ...["film.jpg", "film.json", "film.mp4", "film.srt", "film.vtt"],
    ...Array.from({ length: 5 }, (_, scene) => stillName(scene)),
  ]);
});
