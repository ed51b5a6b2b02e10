import { describe, expect, test } from "bun:test";
import { findTarget, readFormat, TARGETS } from "../../src/build/targets.ts";
import { KINORA } from "../helpers/kinora.ts";
import { ROOT } from "../helpers/sources.ts";

/** A file's head with some bytes in it, the rest zero. */
function head(bytes: Record<number, number[]>): Uint8Array {
  const all = new Uint8Array(256);
  for (const [at, values] of Object.entries(bytes)) all.set(values, Number(at));
  return all;
}

describe("the machines that the program is built for", () => {
  test("are the ones promised, each by Bun's name for it", () => {
    expect(Object.keys(TARGETS)).toEqual(
      expect.arrayContaining([
        "linux-x64",
        "linux-x64-musl",
        "linux-arm64",
        "linux-arm64-musl",
        "darwin-x64",
        "darwin-arm64",
        "windows-x64",
      ]),
    );
    for (const [name, { bun, ending, format }] of Object.entries(TARGETS)) {
      expect<string>(bun).toBe(`bun-${name}`);
      expect(ending).toBe(name.startsWith("windows") ? ".exe" : "");
      expect(format).toContain(name.split("-")[1]!);
    }
  });

  test.each(["amiga", "", "linux", "__proto__", "toString"])("do not include %p", (name) =>
    expect(() => findTarget(name)).toThrow(`There is no target "${name}". There are: linux-x64, `),
  );

  test.each([
    ["ELF x64", head({ 0: [0x7f, 0x45, 0x4c, 0x46], 18: [62, 0] })],
    ["ELF arm64", head({ 0: [0x7f, 0x45, 0x4c, 0x46], 18: [183, 0] })],
    ["Mach-O x64", head({ 0: [0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1] })],
    ["Mach-O arm64", head({ 0: [0xcf, 0xfa, 0xed, 0xfe, 12, 0, 0, 1] })],
    ["PE x64", head({ 0: [0x4d, 0x5a], 60: [128], 128: [0x50, 0x45, 0, 0, 0x64, 0x86] })],
    [undefined, head({ 0: [0x7f, 0x45, 0x4c, 0x46], 18: [8, 0] })],
    [undefined, head({ 0: [0x4d, 0x5a], 60: [255, 255] })],
    [undefined, new Uint8Array(3)],
  ])("%p is told by its first bytes", (format, bytes) => expect<string | undefined>(readFormat(bytes)).toBe(format));

  test("include this one", async () =>
    expect(readFormat(await Bun.file(KINORA).slice(0, 4096).bytes())).toBe(process.arch === "arm64" ? "ELF arm64" : "ELF x64"));
});

test.each([
  [["--target", "amiga"], 'There is no target "amiga". There are: linux-x64, '],
  [["nonsense"], "There is nothing to build called nonsense."],
  [["--frob"], "Unknown option '--frob'"],
])("build.ts %j says what is wrong and builds nothing", async (args, said) => {
  const child = Bun.spawn([process.execPath, `${ROOT}/build.ts`, ...args], { stdout: "pipe", stderr: "pipe" });
  expect(await new Response(child.stderr).text()).toStartWith(said);
  expect(await new Response(child.stdout).text()).toBe("");
  expect(await child.exited).toBe(1);
});
