import { afterAll, expect, test } from "bun:test";
import { newDataFolder, removeDataFolder, type Server, startServer } from "../helpers/server.ts";

const data = await newDataFolder();
let server: Server | undefined;
afterAll(async () => {
  await server?.end("SIGTERM");
  await removeDataFolder(data);
});
const start = async (args: string[] = []) => {
  await server?.end("SIGTERM");
  server = await startServer({ data, args });
  return server;
};
const setting = async (path: string) =>
  (await server!.call("GET", "/mcp/settings")).body.settings.find((one: { path: string }) => one.path === path);

test("what is set on the pages counts at once, survives a restart, and gives way to a flag", async () => {
  const { call } = await start();
  const later = { kind: "noop", prompt: "Later", run_at: "2099-01-01T00:00:00Z" };
  expect((await call("PUT", "/mcp/settings", { json: { "limits.queue": 1 } })).status).toBe(200);
  expect((await call("PUT", "/mcp/preferences", { json: { theme: "dark", compute_per_hour: 2 } })).status).toBe(200);
  expect((await call("POST", "/mcp/generate", { json: later })).status).toBe(202);
  expect(await call("POST", "/mcp/generate", { json: later })).toMatchObject({ status: 503, body: { code: "queue_closed" } });

  const again = await start();
  expect(await setting("limits.queue")).toMatchObject({ value: 1, origin: "page", editable: true });
  expect((await again.call("GET", "/mcp/preferences")).body).toMatchObject({ theme: "dark", compute_per_hour: 2 });
  expect((await again.call("POST", "/mcp/generate", { json: later })).status).toBe(503);

  const flagged = await start(["--limits-queue", "5"]);
  expect(await setting("limits.queue")).toMatchObject({ value: 5, origin: "--limits-queue", editable: false });
  expect(await flagged.call("PUT", "/mcp/settings", { json: { "limits.queue": 9 } })).toMatchObject({ status: 409 });
  expect((await flagged.call("POST", "/mcp/generate", { json: later })).status).toBe(202);
}, 60_000);

test("the log says more as soon as it is told to", async () => {
  const { call, stderr } = await start();
  const before = stderr().length;
  expect((await call("PUT", "/mcp/settings", { json: { "log.level": "error" } })).status).toBe(200);
  expect((await call("PUT", "/mcp/settings", { json: { "log.level": "info" } })).status).toBe(200);
  await server!.end("SIGTERM");
  expect(stderr().slice(before)).toContain("info: Stopping");
  const quiet = await start();
  await quiet.call("PUT", "/mcp/settings", { json: { "log.level": "error" } });
  const said = quiet.stderr();
  await quiet.end("SIGTERM");
  expect(quiet.stderr()).toBe(said);
  server = undefined;
}, 60_000);
