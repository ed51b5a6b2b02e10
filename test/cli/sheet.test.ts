import { beforeAll, describe, expect, test } from "bun:test";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { listStyles } from "../../src/cli/listings.ts";
import type { OpenStudio } from "../../src/cli/studio.ts";
import type { Tasks } from "../../src/domain/tasks.ts";
import { scratchFolder } from "../media/scratch.ts";
import { openSurroundings } from "./surroundings.ts";

const folder = scratchFolder("cli-sheet");
beforeAll(async () => {
  await mkdir(join(folder, "sub"));
  await Bun.write(join(folder, "file.txt"), "");
});

/** Runs `kinora styles` with an engine that draws nothing and remembers what it was asked. */
async function run(args: string[]) {
  const asked: string[] = [];
  const openStudio: OpenStudio = async ({ dataFolder }) => ({
    run: () => Promise.reject(new Error("A sheet is no film.")),
    async task(name, input) {
      asked.push(dataFolder, name, input.file);
      return { width: 2400, height: 1200, pictures: 3 } as Tasks[typeof name]["result"];
    },
    close: async () => void asked.push("closed"),
  });
  const { around, said } = openSurroundings({ cwd: folder });
  const code = await listStyles(args, around, { voices: [], styles: [] }, openStudio);
  return { code, said, asked };
}

test.each([
  ["out.jpg", "out.jpg"],
  ["out.JPEG", "out.JPEG"],
  ["out", "out.jpg"],
  ["sub", "sub/styles.jpg"],
  ["sub/", "sub/styles.jpg"],
])("--sheet %s is drawn to %s", async (given, file) => {
  const path = join(folder, file);
  const { code, said, asked } = await run(["--sheet", given, "--data", "/d"]);
  expect({ code, said }).toEqual({ code: 0, said: { out: `${path}: 3 pictures, 2400x1200\n`, err: "" } });
  expect(asked).toEqual(["/d", "sheet", path, "closed"]);
});

test("with --json the sheet is told as JSON", async () => {
  const { said } = await run(["--sheet", "a.jpg", "--json"]);
  expect(JSON.parse(said.out)).toEqual({ sheet: join(folder, "a.jpg"), width: 2400, height: 1200, pictures: 3 });
});

describe("what cannot be drawn is refused before anything is opened", () => {
  test.each([
    ["", "--sheet is empty"],
    ["out.png", "--sheet out.jpg"],
    ["missing/out.jpg", "choose another with --sheet"],
    ["file.txt/out.jpg", "is not a folder"],
    [`${"n".repeat(300)}.jpg`, "too long"],
  ])("%s", async (given, says) => {
    expect(run(["--sheet", given])).rejects.toThrow(says);
  });
});
