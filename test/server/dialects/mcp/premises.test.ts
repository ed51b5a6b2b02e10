import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Settings } from "../../../../src/domain/settings.ts";
import { openPreferences } from "../../../../src/service/preferences.ts";
import { openSettings } from "../../../../src/service/settings.ts";
import { openTestStore } from "../../../store/fill.ts";
import { type Asked, ask, serve, VOICES } from "../../serving.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-choices-"));
const store = openTestStore(join(folder, "kinora.db"));
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
const settingKeeper = openSettings({
  store,
  settings: { ...Settings.parse({}), data: "/data" },
  origins: { "limits.cache": "KINORA_LIMITS_CACHE" },
  changed: () => undefined,
  warn: () => undefined,
});
const { url, failures } = serve({ preferences: openPreferences({ store, voices: VOICES }), settingKeeper, settings: settingKeeper.live });

type Row = [line: string, status: number, body: unknown, asked?: Asked];
const setting = (path: string, more: object) => ({ settings: expect.arrayContaining([expect.objectContaining({ path, ...more })]) });

describe("what the Settings page asks", () => {
  const ROWS: Row[] = [
    ["GET /mcp/preferences", 200, { theme: "system", refresh_interval: 5, currency: "EUR", compute_per_hour: null }],
    ["PUT /mcp/preferences", 200, { theme: "dark", style: "cinematic" }, { body: { theme: "dark" } }],
    ["GET /mcp/preferences", 200, { theme: "dark" }],
    ["PUT /mcp/preferences", 400, { errors: [{ path: "theme" }] }, { body: { theme: "blue" } }],
    ["PUT /mcp/preferences", 400, { errors: [{ path: "voice" }] }, { body: { voice: "nobody" } }],
    ["PUT /mcp/preferences", 400, { errors: [{ path: "bogus", message: "is not known" }] }, { body: { bogus: 1 } }],
    ["PUT /mcp/preferences", 415, {}],
    ["PUT /mcp/preferences", 415, {}, { body: "{}", headers: { "content-type": "text/plain" } }],
    ["PUT /mcp/preferences", 400, {}, { body: "{", headers: { "content-type": "application/json" } }],
    ["POST /mcp/preferences", 405, {}],
    ["GET /mcp/settings", 200, setting("limits.queue", { value: 1_000_000, least: 1, most: 10_000_000, editable: true })],
    ["GET /mcp/settings", 200, setting("limits.cache", { origin: "KINORA_LIMITS_CACHE", editable: false })],
    ["GET /mcp/settings", 200, setting("log.level", { options: ["debug", "info", "warning", "error"], kind: "text" })],
    ["GET /mcp/settings", 200, setting("port", { value: 8080, editable: false })],
    ["PUT /mcp/settings", 200, setting("limits.queue", { value: 3, origin: "page" }), { body: { "limits.queue": 3 } }],
    ["PUT /mcp/settings", 400, { errors: [{ path: "limits.queue" }] }, { body: { "limits.queue": 0 } }],
    ["PUT /mcp/settings", 400, { errors: [{ path: "nothing" }] }, { body: { nothing: 3 } }],
    ["PUT /mcp/settings", 409, { detail: expect.stringContaining("KINORA_LIMITS_CACHE") }, { body: { "limits.cache": 5 } }],
    ["PUT /mcp/settings", 409, { detail: expect.stringContaining("--port") }, { body: { port: 5 } }],
    ["PUT /mcp/settings", 200, setting("limits.queue", { value: 1_000_000, origin: "default" }), { body: { "limits.queue": null } }],
    ["PUT /mcp/settings", 200, setting("limits.body", { value: 300 }), { body: { "limits.body": 300 } }],
    ["POST /mcp/generate", 413, {}, { body: { prompt: "x".repeat(300) } }],
    ["PUT /mcp/settings", 200, setting("limits.body", { value: 4_000_000 }), { body: { "limits.body": null } }],
    ["POST /mcp/generate", 202, {}, { body: { prompt: "x".repeat(300) } }],
    [
      "GET /mcp/about",
      200,
      { version: "1.2.3", started_at: "2025-11-13T02:13:20.000000Z", disk: { free: 5e9, total: 1e10 }, base_path: "" },
    ],
    ["GET /mcp/about?x=1", 400, {}],
    ["DELETE /mcp/cache", 200, { freed_bytes: 17, files: 1 }],
    ["DELETE /mcp/cache", 400, {}, { body: { all: true } }],
    ["GET /mcp/cache", 405, {}],
  ];
  test.each(ROWS)("%s answers %i with %p", async (...[line, status, body, asked]) => {
    const answer = await ask(url, line, asked);
    const found = await answer.json();
    expect({ status: answer.status, found }).toMatchObject({ status, found: body as object });
    expect(failures).toEqual([]);
  });
});
