import { afterEach, beforeEach, expect, test } from "bun:test";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPackages, listStalePackers, readManifest } from "../../src/build/inputs.mjs";
import { packData } from "../../src/build/pack.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

let root = "";

const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};
const packer = (name: string, words: string) =>
  `import { WORDS } from "../${words}";\nexport const pack = async () => ({ "${name}": new TextEncoder().encode(WORDS) });\n`;
const stale = () => listStalePackers(root);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kinora-pack-"));
  write("package.json", '{"dependencies":{"a":"1.0.0"}}');
  write("bun.lock", "a@1.0.0");
  cpSync(`${ROOT}/src/build/pack.ts`, join(root, "src/build/pack.ts"), { recursive: true });
  write("src/one/words.ts", 'export const WORDS = "one";');
  write("src/two/words.ts", 'export const WORDS = "two";');
  write("src/build/pack-one.ts", packer("wordnet.bin", "one/words.ts"));
  write("src/build/pack-two.ts", packer("subjects.bin", "two/words.ts"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = async (name: "wordnet.bin" | "subjects.bin") => new TextDecoder().decode(await openDataFolder(join(root, "dist/data"))(name));

test("what was packed is opened again, and is not packed twice", async () => {
  const told: string[] = [];
  await packData(root, (line) => told.push(line));
  await packData(root, (line) => told.push(line));
  expect(told).toEqual(["Packing data: one", "Packing data: two"]);
  expect([await open("wordnet.bin"), await open("subjects.bin")]).toEqual(["one", "two"]);
  expect(stale()).toEqual([]);
});

test.each([
  ["a file that a packer imports changes only that packer", () => write("src/two/words.ts", "export const WORDS = 2;"), ["pack-two.ts"]],
  ["other packages", () => write("bun.lock", "a@1.0.1"), ["pack-one.ts", "pack-two.ts"]],
  ["AssemblyScript sources", () => write("src/picture/compositor/assembly/a.ts", "1"), ["pack-one.ts", "pack-two.ts"]],
  ["a packed file that is missing", () => rmSync(join(root, "dist/data/wordnet.bin.zst")), ["pack-one.ts"]],
  ["a manifest that is cut off", () => write("dist/data/manifest.json", '{"packers'), ["pack-one.ts", "pack-two.ts"]],
  ["a file that no packer imports is nothing new", () => write("src/three.ts", "3"), []],
] as const)("stale: %s", async (_, change, expected) => {
  await packData(root);
  change();
  expect(stale()).toEqual([...expected]);
});

test("what a packer made goes when the packer does", async () => {
  await packData(root);
  rmSync(join(root, "src/build/pack-two.ts"));
  await packData(root);
  expect(existsSync(join(root, "dist/data/subjects.bin.zst"))).toBe(false);
  expect(Object.keys(readManifest(join(root, "dist/data")).packers)).toEqual(["pack-one.ts"]);
});

test("a name that the domain does not know is refused", async () => {
  write("src/build/pack-three.ts", packer("surprise.bin", "one/words.ts"));
  await expect(packData(root)).rejects.toThrow("makes surprise.bin, which domain/data.ts does not name");
});

test("packages are the same as long as neither their list nor the lockfile changes", () => {
  const before = hashPackages(root);
  write("package.json", '{"scripts":{"a":"b"},"dependencies":{"a":"1.0.0"}}');
  expect(hashPackages(root)).toBe(before);
  write("bun.lock", "a@1.0.1");
  expect(hashPackages(root)).not.toBe(before);
  expect(readFileSync(join(root, "bun.lock"), "utf8")).toBe("a@1.0.1");
});
