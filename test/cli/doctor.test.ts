import { expect, test } from "bun:test";
import { doctor } from "../../src/cli/doctor.ts";
import type { Diagnosis } from "../../src/domain/diagnosis.ts";
import { openSurroundings } from "./surroundings.ts";

const GOOD: Diagnosis = { name: "FFmpeg", ok: true, found: "5.1", mend: "Not needed." };
const BAD: Diagnosis = { name: "fonts", ok: false, found: "missing", mend: "Run: npm run setup" };

async function run(args: string[], diagnoses: Diagnosis[]) {
  const asked: string[] = [];
  const { around, said } = openSurroundings({ cwd: "/tmp" });
  const code = await doctor(args, around, async (folder) => {
    asked.push(folder);
    return diagnoses;
  });
  return { code, said, asked };
}

test("says what it found, and how to mend what is not well", async () => {
  const { said, code } = await run([], [GOOD, BAD]);
  expect(code).toBe(1);
  expect(said.out).toContain("✓ FFmpeg: 5.1\n");
  expect(said.out).toContain("✗ fonts: missing\n    Run: npm run setup\n");
  expect(said.out).not.toContain("Not needed.");
  for (const name of ["memory", "disk, here", "disk, data folder"]) expect(said.out).toContain(`${name}: `);
});

test("as JSON too", async () => {
  const found: Diagnosis[] = JSON.parse((await run(["--json"], [GOOD])).said.out);
  expect(found.map(({ name }) => name)).toEqual(["settings", "FFmpeg", "memory", "disk, here", "disk, data folder"]);
});

test("looks at the data folder that is named, which need not be there, and makes nothing", async () => {
  const { asked, said } = await run(["--data", "no/such/folder"], []);
  expect(asked).toEqual(["/tmp/no/such/folder"]);
  expect(said.out).toContain("free for /tmp/no/such/folder");
  expect(await Bun.file("/tmp/no").exists()).toBe(false);
});

test("says which settings cannot be read, and looks at the rest all the same", async () => {
  const { code, said, asked } = await run(["--config", "none.toml"], [GOOD]);
  expect({ code, asked }).toEqual({ code: 1, asked: ["/home/me/.local/share/kinora"] });
  expect(said.out).toContain('✗ settings: There is no file "none.toml" (named by --config).\n');
});

test("shows its help", async () => {
  const { code, said, asked } = await run(["--help"], []);
  expect({ code, asked }).toEqual({ code: 0, asked: [] });
  expect(said.out).toContain("Usage: kinora doctor");
});
