import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { startTicks } from "../../src/system/process.ts";
import { openTemporary } from "../../src/system/temporary.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-temporary-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const HERE = hostname().replaceAll(/\W/g, "_");
/** A process number that nobody has. */
const DEAD = 2 ** 22 + 7;

test.each([
  ["of a living process", () => `${HERE}-${process.ppid}-${startTicks(process.ppid)}`, 0, true],
  ["of a dead process", () => `${HERE}-${DEAD}-1`, 0, false],
  ["of a process whose number another has by now", () => `${HERE}-${process.ppid}-1`, 0, false],
  ["of another machine, today's", () => `elsewhere-${DEAD}-1`, 0, true],
  ["of another machine, two days old", () => `elsewhere-${DEAD}-1`, 48, false],
  ["with a name of no meaning, two days old", () => "12", 48, false],
])("a folder %s", async (_whose, name, ageHours, stays) => {
  const left = join(folder, name());
  await mkdir(join(left, "inside"), { recursive: true });
  const then = new Date(Date.now() - ageHours * 3_600_000);
  await utimes(left, then, then);
  const own = await openTemporary(folder, process.pid);
  expect(await readdir(folder)).toContain(basename(own));
  expect((await readdir(folder)).includes(name())).toBe(stays);
});

test("a process has the same folder each time it asks", async () => {
  expect(await openTemporary(folder, process.pid)).toBe(await openTemporary(folder, process.pid));
});
