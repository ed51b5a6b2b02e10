import { expect, test } from "bun:test";
import { exportFunctions } from "../../src/build/wasm-exports.ts";

const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
const section = (id: number, body: number[]) => [id, body.length, ...body];

/** Two functions, `one` and `two`, that return 1 and 2; `one` alone is exported, as `first`. */
const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [1, 0x60, 0, 1, 0x7f]),
  ...section(3, [2, 0, 0]),
  ...section(7, [1, ...text("first"), 0, 0]),
  ...section(10, [2, 4, 0, 0x41, 1, 0x0b, 4, 0, 0x41, 2, 0x0b]),
  ...section(0, [...text("name"), 1, 11, 2, 0, ...text("one"), 1, ...text("two")]),
  ...section(0, [...text(".debug_info"), 1, 2, 3]),
]);

test("a function is exported under its own name, and what was exported stays", async () => {
  const { instance } = await WebAssembly.instantiate(new Uint8Array(exportFunctions(MODULE, ["two"])));
  const { first, two } = instance.exports as Record<string, () => number>;
  expect([first!(), two!()]).toEqual([1, 2]);
});

test("debugging sections are left out", () => {
  const module = new WebAssembly.Module(new Uint8Array(exportFunctions(MODULE, [])));
  expect(["name", ".debug_info"].map((name) => WebAssembly.Module.customSections(module, name).length)).toEqual([0, 0]);
});

test("a name that is not there is an error", () => expect(() => exportFunctions(MODULE, ["three"])).toThrow("three"));
