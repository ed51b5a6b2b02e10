import { expect, test } from "bun:test";
import { config } from "../../src/cli/config.ts";
import { openSurroundings } from "./surroundings.ts";

test("every setting is a line with its value and who set it, aligned", async () => {
  const { around, said } = openSurroundings({ env: { HOME: "/home/me", KINORA_WORKERS: "2" }, cwd: "/nowhere" });
  expect(await config(["--port", "9000"], around)).toBe(0);
  const lines = said.out.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^SETTING +VALUE +SET BY$/);
  expect(lines).toContainEqual(expect.stringMatching(/^port +9000 +--port$/));
  expect(lines).toContainEqual(expect.stringMatching(/^workers +2 +KINORA_WORKERS$/));
  expect(lines).toContainEqual(expect.stringMatching(/^threads +automatic +default$/));
  expect(lines).toContainEqual(expect.stringMatching(/^limits\.disk_free +500000000 +default$/));
  expect(new Set(lines.map((line) => line.search(/(default|--port|KINORA_WORKERS|SET BY)$/))).size).toBe(1);
  expect(said.err).toBe("");
});

test("as JSON for programs", async () => {
  const { around, said } = openSurroundings({ cwd: "/nowhere" });
  await config(["--json"], around);
  expect(JSON.parse(said.out)).toContainEqual({ setting: "port", value: 8080, origin: "default" });
  expect(JSON.parse(said.out)).toContainEqual({ setting: "workers", value: null, origin: "default" });
});

test("variables that set nothing are told beside it", async () => {
  const { around, said } = openSurroundings({ env: { HOME: "/h", KINORA_PROT: "1" }, cwd: "/nowhere" });
  expect(await config([], around)).toBe(0);
  expect(said.err).toBe("kinora: The variable KINORA_PROT sets nothing. Did you mean KINORA_PORT?\n");
});
