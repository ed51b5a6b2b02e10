import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { ROOT } from "../helpers/sources.ts";

/** Packages of which nothing gets into the program. */
const TOOLS = [
  "@apidevtools/swagger-parser",
  "@asyncapi/parser",
  "@biomejs/biome",
  "@redocly/openapi-core",
  "@types/node",
  "axe-core",
  "bun-types",
  "ffmpeg-static",
  "playwright-core",
  "subset-font",
  "typescript",
];

const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8"));
const notice = readFileSync(`${ROOT}/NOTICE`, "utf8");
const embedded = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !TOOLS.includes(name));

test.each(embedded)("NOTICE names %s, of which the program has a part", (name) => {
  const escaped = name.replace(/[/.-]/g, "\\$&");
  expect(notice).toMatch(new RegExp(`package ${escaped}\\b(?!-)`));
});

test("NOTICE names no package that has gone", () => {
  const named = [...notice.matchAll(/ package ([^\s,]+)/g)].map(([, name]) => name as string);
  expect(named.filter((name) => !embedded.includes(name))).toEqual([]);
});

test("LICENSE is the GNU General Public License, version 3, whole", () => {
  const license = readFileSync(`${ROOT}/LICENSE`, "utf8");
  expect(license).toContain("GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007");
  expect(license).toContain("END OF TERMS AND CONDITIONS");
});

test("the lockfile names no registry host", () => {
  expect(readFileSync(`${ROOT}/bun.lock`, "utf8")).not.toMatch(/https?:\/\//);
});
