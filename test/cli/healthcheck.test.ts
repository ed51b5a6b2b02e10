import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { healthcheck, reachableHost } from "../../src/cli/healthcheck.ts";
import { openSurroundings } from "./surroundings.ts";

let status = 200;
let asked = "";
let server: Bun.Server<undefined>;
beforeAll(() => {
  server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request) => {
      asked = new URL(request.url).pathname;
      return new Response("no\u001b[31mworkers\n", { status });
    },
  });
});
afterAll(() => server.stop(true));

async function ask(args: string[], env = {}) {
  const { around, said } = openSurroundings({ env: { HOME: "/h", ...env }, cwd: "/nowhere" });
  const code = await healthcheck(args, around).catch((error) => error.code as string);
  return { code, ...said };
}

describe("kinora healthcheck", () => {
  test("is 0 when the server is ready, whichever way it is named", async () => {
    status = 200;
    for (const args of [
      ["--url", `http://127.0.0.1:${server.port}/`],
      ["--port", `${server.port}`],
    ])
      expect(await ask(args)).toEqual({ code: 0, out: "ready\n", err: "" });
    expect(await ask([], { KINORA_HOST: "0.0.0.0", KINORA_PORT: `${server.port}` })).toMatchObject({ code: 0 });
    expect(await ask(["--port", `${server.port}`], { http_proxy: "http://127.0.0.1:1" })).toMatchObject({ code: 0 });
    expect(asked).toBe("/ready");
  });

  test("asks below the base path", async () => {
    status = 200;
    expect(await ask(["--port", `${server.port}`], { KINORA_BASE_PATH: "/kinora/" })).toMatchObject({ code: 0 });
    expect(asked).toBe("/kinora/ready");
    expect(await ask(["--url", `http://127.0.0.1:${server.port}/films/?a=1`])).toMatchObject({ code: 0 });
    expect(asked).toBe("/films/ready");
  });

  test("asks the server that has the data folder, wherever that listens, unless another is named", async () => {
    status = 200;
    const data = mkdtempSync(join(tmpdir(), "kinora-health-"));
    writeFileSync(join(data, "server.json"), JSON.stringify({ pid: 1, machine: "m", url: `http://127.0.0.1:${server.port}` }));
    expect(await ask(["--data", data])).toMatchObject({ code: 0 });
    expect(await ask(["--data", data, "--port", "1"])).toMatchObject({ code: 1 });
    rmSync(data, { recursive: true });
  });

  test("is 1 with the reason when it is not, harmless to a terminal", async () => {
    status = 503;
    const { code, out, err } = await ask(["--port", `${server.port}`]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe(`kinora: http://127.0.0.1:${server.port} is not ready: 503 no\\u001b[31mworkers\n`);
  });

  test("is 1 when nobody is there", async () =>
    expect(await ask(["--url", "http://127.0.0.1:1"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("does not answer (ECONNREFUSED)"),
    }));

  test.each([
    [["--url", "http://203.0.113.1"], "invalid_request"],
    [["--url", "https://127.0.0.1"], "invalid_request"],
    [["--url", "nonsense"], "invalid_request"],
    [["--port", "0"], "invalid_request"],
    [["--port", "x"], "config_invalid"],
  ])("%j is refused", async (args, code) => expect((await ask(args)).code).toBe(code));
});

test.each([
  ["0.0.0.0", "127.0.0.1"],
  ["::", "[::1]"],
  ["::1", "[::1]"],
  ["localhost", "localhost"],
  ["10.0.0.5", "10.0.0.5"],
])("a server at %s is asked at %s", (host, name) => expect(reachableHost(host)).toBe(name));
