import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCosts, saveCosts } from "../../src/cli/costs.ts";
import { MEASURED_COSTS } from "../../src/domain/stages.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-costs-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("built-in figures stand for what has not been measured", async () => {
  expect(await readCosts(folder, "720p-draft")).toEqual(MEASURED_COSTS);
  expect(await readCosts(join(folder, "none"), "720p-draft")).toEqual(MEASURED_COSTS);
});

test("the first film's costs are taken, later ones move them, each size for itself", async () => {
  await saveCosts(folder, "720p-draft", { render: 10 }, 60);
  expect(await readCosts(folder, "720p-draft")).toEqual({ ...MEASURED_COSTS, render: 10 });
  await saveCosts(folder, "720p-draft", { render: 20 }, 60);
  expect((await readCosts(folder, "720p-draft")).render).toBeCloseTo(14, 6);
  expect(await readCosts(folder, "1080p-draft")).toEqual(MEASURED_COSTS);
});

test.each(["", "{", "null", "[]", "7", '{"k": null}', '{"k": {"render": "x"}}', '{"k": {"render": -1, "speech": null, "other": 3}}'])(
  "a file that holds %j does no harm and is written anew",
  async (text) => {
    await Bun.write(join(folder, "costs.json"), text);
    expect(await readCosts(folder, "k")).toEqual(MEASURED_COSTS);
    await saveCosts(folder, "k", { render: 10 }, 60);
    expect((await readCosts(folder, "k")).render).toBe(10);
    expect(await readdir(folder)).toEqual(["costs.json"]);
  },
);

test("costs that cannot be saved are done without", async () => {
  await saveCosts("/proc", "k", { render: 1 }, 60);
});
