import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { KINORA } from "../helpers/kinora.ts";
import { openProxy } from "../helpers/proxy.ts";
import { newDataFolder, removeDataFolder, type Server, startServer, until, untilOver } from "../helpers/server.ts";

let data: string;
let server: Server;
let proxies: Record<string, ReturnType<typeof openProxy>>;
beforeAll(async () => {
  data = await newDataFolder();
  server = await startServer({ data, args: ["--base-path", "/home/kinora/"] });
  proxies = {
    keeps: openProxy({ base: "/home/kinora", to: server.url, strip: false }),
    strips: openProxy({ base: "/home/kinora", to: server.url, strip: true }),
  };
});
afterAll(async () => {
  for (const proxy of Object.values(proxies)) await proxy.stop();
  await server.end("SIGTERM");
  await removeDataFolder(data);
});

const run = async (args: string[]) => {
  const child = Bun.spawn([process.env.KINORA ?? KINORA, ...args], {
    env: { PATH: process.env.PATH, HOME: data, KINORA_DATA: data },
    cwd: data,
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { stdout, stderr, code: await child.exited };
};

describe("a server below a base path", () => {
  test("says so, and is found there by the program's own commands", async () => {
    expect(new URL(server.url).pathname).toBe("/home/kinora");
    await until(
      () => server.call("GET", "/ready"),
      ({ status }) => status === 200,
    );
    expect(await run(["healthcheck"])).toEqual({ stdout: "ready\n", stderr: "", code: 0 });
    expect((await run(["jobs", "--json"])).code).toBe(0);
  });

  test.each(["keeps", "strips"])("a job goes from the request to its end behind a proxy that %s the path", async (kind) => {
    const { url } = proxies[kind]!;
    const call = async (method: string, path: string, json?: object) => {
      const sent = json && { body: JSON.stringify(json), headers: { "content-type": "application/json" } };
      const response = await fetch(url + path, { method, redirect: "manual", ...sent });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : text };
    };
    const made = await call("POST", "/mcp/generate", { kind: "noop", prompt: "Bees" });
    expect(made.headers.get("location")).toBe(`/home/kinora/mcp/status/${made.body.job_id}`);
    expect(await untilOver({ call }, made.body.job_id)).toMatchObject({ status: "completed" });
    const page = await call("GET", "/");
    expect(page.status).toBe(200);
    expect(page.body).toContain("<title>Kinora");
    expect((await call("GET", "/openapi.json")).body.servers[0].url).toBe("/home/kinora");
  });
});
