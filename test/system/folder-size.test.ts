import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sizeOf } from "../../src/system/folder-size.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-size-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder is as large as its files, however deep; links are not followed", async () => {
  mkdirSync(join(folder, "a/b"), { recursive: true });
  writeFileSync(join(folder, "one"), "12345");
  writeFileSync(join(folder, "a/b/two"), "1234567");
  symlinkSync(folder, join(folder, "a/again"));
  expect(await sizeOf(folder)).toBe(12);
  expect(await sizeOf(join(folder, "one"))).toBe(5);
  expect(await sizeOf(join(folder, "nothing"))).toBe(0);
  expect(await sizeOf(folder, AbortSignal.abort())).toBe(0);
});
