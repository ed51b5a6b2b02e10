import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSettingsFile, parseToml } from "../../src/cli/settings-file.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "kinora settings "));
  for (const name of ["here", "empty", "data"]) await mkdir(join(root, name));
  for (const name of ["named.toml", "variable.toml", "here/kinora.toml", "data/kinora.toml"])
    await writeFile(join(root, name), `# ${name}`);
  await writeFile(join(root, "binary.toml"), new Uint8Array([0xff, 0xfe, 0]));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const find = (flags: Record<string, string>, env: Record<string, string>, cwd: string) =>
  findSettingsFile({ flags, env: { HOME: root, ...env }, cwd: join(root, cwd) });

describe("the file of settings", () => {
  test.each([
    ["--config names", { config: "../named.toml" }, { KINORA_CONFIG: "../variable.toml" }, "here", "named.toml"],
    ["else KINORA_CONFIG", {}, { KINORA_CONFIG: "../variable.toml" }, "here", "variable.toml"],
    ["else the one here", { data: "../data" }, { KINORA_CONFIG: "" }, "here", "here/kinora.toml"],
    ["else the one in the data folder of a flag", { data: "../data" }, {}, "empty", "data/kinora.toml"],
    ["or of a variable", {}, { KINORA_DATA: "../data" }, "empty", "data/kinora.toml"],
  ])("is what %s", async (_, flags, env, cwd, name) =>
    expect(await find(flags as Record<string, string>, env as Record<string, string>, cwd)).toEqual({
      path: join(root, name),
      text: `# ${name}`,
    }),
  );

  test("may be absent", async () => expect(await find({}, {}, "empty")).toBeUndefined());

  test.each([
    ["is not there", "none.toml", 'There is no file "none.toml" (named by --config).'],
    ["has no name", "", "There is no file"],
    ["is a folder", "../data", "cannot be read as a text file (EISDIR)"],
    ["is no text", "../binary.toml", "cannot be read as a text file."],
  ])("is refused when it %s", async (_, config, said) => {
    const error = await find({ config }, {}, "empty").catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "config_invalid", message: expect.stringContaining(said) });
  });
});

test("what is no TOML is refused with its line", () => {
  expect(parseToml("a = 1\n[b]\nc = 2", "x.toml")).toEqual({ a: 1, b: { c: 2 } });
  expect(() => parseToml("a = 1\n\n[b]\nc = \n", "x.toml")).toThrow("x.toml, line 4: ");
  expect(() => parseToml('a = [\n 1,\n 2\nb = "', "x.toml")).toThrow("x.toml, line 1: ");
});
