import { afterAll, afterEach, beforeAll, describe, expect, test } from "bun:test";
import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { KINORA, openPlace, type Place } from "../helpers/kinora.ts";
import { type Server, startServer, until } from "../helpers/server.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await mkdir(place.data);
});
afterAll(() => place.remove());

const started: Server[] = [];
const start = async (args: string[] = [], data = place.data) => {
  const server = await startServer({ data, args });
  started.push(server);
  return server;
};
afterEach(() => Promise.all(started.splice(0).map(({ end }) => end("SIGKILL"))));

describe("kinora serve", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("ends in good order on %s, and gives its folder back", async (signal) => {
    const server = await start();
    expect(await server.end(signal)).toBe(0);
    await expect(access(join(place.data, "server.json"))).rejects.toThrow();
  });

  test("ends in good order on a Ctrl-C that npm passes on a second time", async () => {
    const server = await start();
    process.kill(server.pid, "SIGINT");
    expect(await server.end("SIGINT")).toBe(0);
  });

  test("takes a folder whose server was killed, and only one of two that start at once", async () => {
    const first = await start();
    await first.end("SIGKILL");
    const both = await Promise.allSettled([start(), start()]);
    const started = both.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(started).toHaveLength(1);
    expect((await started[0]!.call("GET", "/health")).status).toBe(200);
    await started[0]!.end("SIGTERM");
  });

  test("says who has the folder, with an exit status of its own; the health check sees it until it ends", async () => {
    const server = await start();
    const port = new URL(server.url).port;
    const second = await place.run(["serve", "--port", "0"]);
    expect(second).toMatchObject({ code: 20, stdout: "" });
    expect(second.stderr).toContain(`process ${server.pid} on `);
    expect(second.stderr).toContain(server.url);
    await until(
      () => server.call("GET", "/ready"),
      ({ status }) => status === 200,
    );
    expect(await place.run(["healthcheck", "--port", port])).toEqual({ code: 0, stdout: "ready\n", stderr: "" });
    await server.end("SIGTERM");
    expect((await place.run(["healthcheck", "--port", port])).code).toBe(1);
  });

  test("shares its port with nobody: who comes second is told so", async () => {
    const server = await start();
    const other = join(place.folder, "other");
    await mkdir(other);
    const outcome = await start(["--port", new URL(server.url).port], other).then(
      ({ url }) => `it listens at ${url} as well`,
      (error) => error.message,
    );
    expect(outcome).toContain("Stop it, or choose another --port.");
  });

  test("reads kinora.toml of its data folder, and logs no more than it is told to", async () => {
    await Bun.write(join(place.data, "kinora.toml"), '[log]\nlevel = "error"\n');
    const quiet = await start();
    await quiet.end("SIGTERM");
    expect(quiet.stderr()).toBe("");
    const loud = await start(["--log-level", "info", "--host", "0.0.0.0"]);
    await loud.end("SIGTERM");
    const lines = loud.stderr().trimEnd().split("\n");
    expect(lines.filter((line) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warning): /.test(line))).toEqual([]);
    expect(loud.stderr()).toContain("there is no sign-in yet");
  });

  test("goes on when its standard output is closed after the first line", async () => {
    const child = Bun.spawn(["sh", "-c", `"${KINORA}" serve --port 0 --data "${place.data}" | head -n 1`], {
      stdout: "pipe",
      stderr: "ignore",
      env: { PATH: process.env.PATH, HOME: place.folder },
      cwd: place.folder,
      detached: true,
    });
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const { url } = JSON.parse((await reader.read()).value!);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    process.kill(-child.pid, "SIGTERM");
    await child.exited;
  });
});
