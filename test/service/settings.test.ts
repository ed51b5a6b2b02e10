import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KinoraError } from "../../src/domain/error.ts";
import { Settings } from "../../src/domain/settings.ts";
import { openSettings } from "../../src/service/settings.ts";
import type { PreferenceScope } from "../../src/store/store.ts";
import { openTestStore } from "../store/fill.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
let store = openTestStore(join(folder, "0.db"));
let warnings: string[] = [];
let levels: string[] = [];
beforeEach(() => {
  store.close();
  store = openTestStore(join(folder, `${++files}.db`));
});
afterAll(() => store.close());

/** The settings as a start finds them: `given` was set by flags. */
function start(given: object = {}, origins: Record<string, string> = {}) {
  warnings = [];
  levels = [];
  return openSettings({
    store,
    settings: { ...Settings.parse(given), data: "/data" },
    origins,
    changed: ({ log }) => levels.push(log.level),
    warn: (message) => warnings.push(message),
  });
}

const of = (keeper: ReturnType<typeof start>, path: string) => keeper.list().find((setting) => setting.path === path);
const refusal = (change: Promise<unknown>): Promise<KinoraError> =>
  change.then(
    () => Promise.reject(new Error("it was not refused")),
    (error) => error,
  );
const keep = (name: string, value: unknown, scope: PreferenceScope = "server") =>
  store.write((tx) => tx.savePreference(scope, name, value));

describe("settings that change while the server runs", () => {
  test("count at once for whoever reads them, and still after a restart", async () => {
    const keeper = start();
    const { live } = keeper;
    await keeper.change({ "limits.queue": 1, "keep.jobs": 0.5, "retry.base": 3, "log.level": "debug" });
    expect(live.limits).toEqual({ ...Settings.parse({}).limits, queue: 1 });
    expect({ ...live }).toMatchObject({ keep: { jobs: 0.5, events: 7 }, retry: { base: 3 }, port: 8080, base_path: "" });
    expect(levels).toEqual(["info", "debug"]);
    const again = start();
    expect(again.live.limits.queue).toBe(1);
    expect(levels).toEqual(["debug"]);
    expect(of(again, "limits.queue")).toMatchObject({ value: 1, fallback: 1_000_000, origin: "page", editable: true });
  });

  test("null puts back what is built in", async () => {
    const keeper = start();
    await keeper.change({ "limits.queue": 1 });
    expect(await keeper.change({ "limits.queue": null })).toEqual(keeper.list());
    expect(keeper.live.limits.queue).toBe(1_000_000);
    expect(of(keeper, "limits.queue")).toMatchObject({ origin: "default" });
  });

  test("what a flag sets goes before what was chosen, and is not to be chosen", async () => {
    await keep("limits.queue", 5);
    const keeper = start({ limits: { queue: 7 } }, { "limits.queue": "--limits-queue" });
    expect(keeper.live.limits.queue).toBe(7);
    expect(of(keeper, "limits.queue")).toMatchObject({ value: 7, origin: "--limits-queue", editable: false });
    expect(await refusal(keeper.change({ "limits.queue": 9 }))).toMatchObject({
      code: "wrong_state",
      message: "limits.queue is set by --limits-queue. Change it there, or take it out there to set it here.",
    });
    expect(start().live.limits.queue).toBe(5);
  });

  test("what was chosen and cannot be any more is left out, with a warning", async () => {
    for (const [name, value] of Object.entries({ "limits.queue": 0, "limits.gone": 5, port: 9, "keep.logs": 3 })) await keep(name, value);
    await keep("limits.body", 5, "pages");
    const keeper = start();
    expect(keeper.live).toMatchObject({ port: 8080, limits: Settings.parse({}).limits, keep: { logs: 3 } });
    expect(warnings.sort()).toEqual([
      "The setting limits.gone that was chosen on the pages does not count: it is no setting.",
      "The setting limits.queue that was chosen on the pages does not count: it must be a whole number from 1 to 10000000.",
      "The setting port that was chosen on the pages does not count: it cannot be set there.",
    ]);
  });

  test.each([
    [{ "limits.queue": 0 }, "invalid_request", "limits.queue must be a whole number from 1 to 10000000."],
    [{ "limits.queue": "5" }, "invalid_request", "limits.queue must be"],
    [{ "limits.body": 255 }, "invalid_request", "limits.body must be a whole number from 256 to 1000000000."],
    [{ "log.level": "loud" }, "invalid_request", "log.level must be debug, info, warning or error."],
    [{ "limits.nothing": null }, "invalid_request", "limits.nothing is no setting."],
    [{ limits: { queue: 5 } }, "invalid_request", "limits is no setting."],
    [{ toString: 5 }, "invalid_request", "toString is no setting."],
    [[], "invalid_request", "The body must be an object"],
    ["limits.queue", "invalid_request", "The body must be an object"],
    [null, "invalid_request", "The body must be an object"],
    [{ port: 9 }, "wrong_state", "port is read when the server starts. Set it with --port, KINORA_PORT or kinora.toml, then start again."],
    [{ base_path: "/a" }, "wrong_state", "--base-path"],
    [{ port: null }, "wrong_state", "port is read"],
  ])("%j is refused as %s", async (change, code, message) => {
    const keeper = start();
    const error = await refusal(keeper.change(change));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test("of a change with a fault nothing is kept, and every fault is told", async () => {
    const keeper = start();
    const error = await refusal(keeper.change({ "limits.queue": 5, "keep.jobs": -1, nothing: 1 }));
    expect(error.faults.map(({ path }) => path)).toEqual(["keep.jobs", "nothing"]);
    await refusal(keeper.change({ "limits.queue": 5, port: 1 }));
    expect(keeper.live.limits.queue).toBe(1_000_000);
    expect(store.read.preferences("server")).toEqual({});
  });
});
