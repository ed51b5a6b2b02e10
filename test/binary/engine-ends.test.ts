import { afterAll, describe, expect, test } from "bun:test";
import { statfsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { mountSmallDisk } from "../helpers/full-disk.ts";
import { keptFiles } from "../helpers/kinora.ts";
import { newDataFolder, removeDataFolder, type Server, startServer, until, untilOver } from "../helpers/server.ts";
import { childrenOf, filmRequest, submitFilm, untilCompleted, untilDrawing } from "../helpers/server-films.ts";

const started: Server[] = [];
const start = async (data: string, args: string[] = []) => {
  const server = await startServer({ data, args });
  started.push(server);
  return server;
};
afterAll(() => Promise.all(started.map((server) => server.end("SIGKILL"))));

describe("a server that ends in the middle of a film", () => {
  test.each([
    ["SIGKILL", null],
    ["SIGTERM", 0],
  ] as const)("by %s leaves no child, and the next one goes on from the last scene", async (signal, status) => {
    const data = await newDataFolder();
    const first = await start(data);
    const id = await submitFilm(first, filmRequest(6, { quality: "720p" }));
    await untilDrawing(first, id, 2);
    const drawn = await keptFiles(data, "render");
    expect(await first.end(signal)).toBe(status);
    await until(
      () => childrenOf(first),
      (children) => children.length === 0,
      5000,
    );

    const second = await start(data);
    await untilCompleted(second, id);
    const now = await keptFiles(data, "render");
    expect(now.size).toBe(6);
    for (const [file, made] of drawn) expect(now.get(file)).toBe(made);
    expect((await second.call("GET", `/mcp/status/${id}`)).body).toMatchObject({ attempt: 1, overall_progress: 100 });
    expect((await second.call("GET", "/mcp/jobs")).body.summary).toMatchObject({ total_jobs: 1, completed: 1, in_progress: 0, pending: 0 });
    expect(await second.end("SIGTERM")).toBe(0);
    expect(await readdir(join(data, "tmp"))).toEqual([]);
    await removeDataFolder(data);
  });
});

test("a second server is refused the same data folder, in a sentence", async () => {
  const data = await newDataFolder();
  const first = await start(data);
  await expect(startServer({ data })).rejects.toThrow(/in use|another|already/i);
  expect((await first.call("GET", "/health")).status).toBe(200);
  await first.end("SIGTERM");
  await removeDataFolder(data);
});

test("no job is taken while less room is left than is kept back, and jobs are taken again when there is more", async () => {
  const disk = await mountSmallDisk(160e6);
  const data = disk?.folder ?? (await newDataFolder());
  const { bavail, bsize } = statfsSync(data);
  const keptBack = disk ? 60e6 : bavail * bsize + 50e9;
  const server = await start(data, ["--limits-disk-free", `${Math.round(keptBack)}`]);
  const submit = () => server.call("POST", "/mcp/generate", { json: { kind: "noop" } });
  disk?.fill(50e6);
  const refused = await until(submit, ({ status }) => status !== 202, 5000);
  expect(refused).toMatchObject({ status: 503, body: { code: "disk_full" } });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await server.call("GET", "/ready")).status).toBe(503);
  expect((await server.call("GET", "/health")).status).toBe(200);
  if (disk) {
    disk.clear();
    expect((await submit()).status).toBe(202);
    await until(
      () => server.call("GET", "/ready"),
      ({ status }) => status === 200,
      10_000,
    );
  }
  expect(await server.end("SIGTERM")).toBe(0);
  await (disk ? disk.remove() : removeDataFolder(data));
});

const disk = await mountSmallDisk(200e6);
afterAll(() => disk?.remove());

test.skipIf(!disk)(
  "a film whose disk fills up fails as such, loses nothing that was stored, and is retried when there is room",
  async () => {
    const { folder: data, free, fill, clear } = disk!;
    const server = await start(data, ["--limits-disk-free", "1000000", "--retry-base", "0.01"]);
    const before = await server.call("POST", "/mcp/generate", { json: { kind: "noop", prompt: "Before" } });
    const id = await submitFilm(server, filmRequest(6, { quality: "720p" }));
    await untilDrawing(server, id);
    // What the engine holds back for its own notes, and gives up now, would be enough for so short a film: most of that is taken, too.
    fill(0);
    const filler = setInterval(() => {
      if (free() < 4e6) return;
      clearInterval(filler);
      fill(2e6);
    }, 10);
    const failed = await untilOver(server, id).finally(() => clearInterval(filler));
    expect(failed).toMatchObject({ status: "failed", error_code: "disk_full" });
    expect(await server.call("POST", "/mcp/generate", { json: { kind: "noop" } })).toMatchObject({
      status: 503,
      body: { code: "disk_full" },
    });
    const drawn = await keptFiles(data, "render");
    clear();
    expect((await server.call("POST", `/mcp/retry/${id}`)).status).toBe(202);
    await untilCompleted(server, id);
    const now = await keptFiles(data, "render");
    for (const [file, made] of drawn) expect(now.get(file)).toBe(made);
    expect(await untilOver(server, before.body.job_id)).toMatchObject({ status: "completed" });
    expect(await server.end("SIGTERM")).toBe(0);
  },
);
