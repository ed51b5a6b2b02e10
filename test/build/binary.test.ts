import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildBinary } from "../../src/build/binary.ts";
import { openData } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const program = join(import.meta.dir, "fixtures/program");
const folder = mkdtempSync(join(tmpdir(), "kinora binary's "));
const outfile = join(folder, "kinora");

const build = (to: string) =>
  buildBinary({
    source: program,
    main: `${program}/main.ts`,
    workers: [`${program}/workers/look.worker.ts`],
    data: [`${ROOT}/dist/data/font-bold.ttf.zst`],
    define: { KINORA_VERSION: '"1.2.3"', KINORA_CODE: '"abc"' },
    outfile: to,
  });

beforeAll(() => build(outfile), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the compiled program", () => {
  test("reads its data and versions in main and in a thread, and nothing of the folder it runs in", async () => {
    writeFileSync(join(folder, ".env"), "SECRET=read\n");
    writeFileSync(join(folder, "bunfig.toml"), 'preload = ["./evil.ts"]\n');
    writeFileSync(join(folder, "evil.ts"), 'console.log("executed");\n');
    const child = Bun.spawn([outfile, "a b", "--c"], { cwd: folder, stdout: "pipe", stderr: "inherit" });
    const said = JSON.parse(await new Response(child.stdout).text());
    const font = Bun.hash(await openData()("font-bold.ttf")).toString(16);
    const seen = { font, missing: "data_missing: nothing is not inside this program. Build it again: npm run build", code: "abc" };
    expect(said).toEqual({ version: "1.2.3", args: ["a b", "--c"], secret: "", main: seen, worker: seen });
  });

  test("has the same bytes when it is built again under another name", async () => {
    const again = join(folder, "again");
    await build(again);
    const hash = async (file: string) => Bun.SHA256.hash(await Bun.file(file).bytes(), "hex");
    expect(await hash(again)).toBe(await hash(outfile));
  }, 60_000);

  test("is not left half-built by a program that does not compile", async () => {
    const broken = join(folder, "broken.ts");
    writeFileSync(broken, "const = 1;");
    const attempt = buildBinary({ source: folder, main: broken, workers: [], data: [], define: {}, outfile: join(folder, "broken") });
    await expect(attempt).rejects.toThrow();
    expect(existsSync(join(folder, "broken"))).toBe(false);
  });
});

test("the program from source sees the data in dist/data", async () => {
  const child = Bun.spawn([process.execPath, `${program}/main.ts`], { cwd: ROOT, stdout: "pipe", stderr: "inherit" });
  const { version, main, worker } = JSON.parse(await new Response(child.stdout).text());
  expect(version).toBe("source");
  expect(main.missing).toBe("data_missing: nothing has not been packed. Run: npm run setup");
  expect(main.code).toMatch(/^[0-9a-f]{32}$/);
  expect(worker).toEqual(main);
});
