import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cancelJob } from "../../src/client/actions.ts";
import { listJobs } from "../../src/client/lists.ts";
import { RUNNING_STATUSES } from "../../src/domain/job-record.ts";
import type { Server } from "../helpers/server.ts";
import { ROOT } from "../helpers/sources.ts";
import { bundle, hasChromium, openChromium } from "./chromium.ts";
import { startFromSource, stop } from "./serving.ts";
import { openWire } from "./wire.ts";

let server: Server;
let folder: string;
let installed: string;

/** Runs a program in the folder where the package is installed. */
async function run(command: string[], cwd = folder) {
  const child = Bun.spawn(command, { cwd, stdout: "pipe", stderr: "pipe", env: { PATH: process.env.PATH, HOME: folder } });
  const [stdout, stderr] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { code: await child.exited, stdout, stderr };
}

/** The package is built, packed as for publishing, and unpacked where a program would find it. */
beforeAll(async () => {
  [server, folder] = await Promise.all([startFromSource(), mkdtemp(join(tmpdir(), "kinora-client-"))]);
  const built = join(folder, "built");
  const build = await run([process.execPath, join(ROOT, "src/build/client.ts"), built]);
  if (build.code !== 0) throw new Error(build.stderr);
  const packed = await run([process.execPath, "pm", "pack", "--destination", folder, "--quiet"], built);
  if (packed.code !== 0) throw new Error(packed.stderr);
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"))!;
  installed = join(folder, "node_modules/kinora-client");
  await mkdir(installed, { recursive: true });
  await run(["tar", "-xzf", tarball, "-C", installed, "--strip-components=1"]);
  await Bun.write(join(folder, "package.json"), '{"type":"module"}');
  await Bun.write(join(folder, "tsconfig.json"), '{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"preact"}}');
  await run(["ln", "-s", join(ROOT, "node_modules/preact"), join(folder, "node_modules/preact")]);
}, 60_000);
afterAll(async () => {
  await stop(server);
  await rm(folder, { recursive: true });
});

const read = (name: string) => Bun.file(join(installed, name)).text();

describe("the package", () => {
  test("is MIT, needs nothing, and has its licence and its README with it", async () => {
    const about = JSON.parse(await read("package.json"));
    expect(about).toMatchObject({ name: "kinora-client", license: "MIT", type: "module", sideEffects: false });
    expect(about.dependencies).toBeUndefined();
    expect(about.peerDependenciesMeta).toEqual({ preact: { optional: true } });
    expect(await read("LICENSE")).toStartWith("MIT License");
    expect(await read("README.md")).toStartWith("# kinora-client");
  });

  test("imports nothing but itself and, for Preact alone, Preact", async () => {
    const foreign = new Set<string>();
    for (const name of new Bun.Glob("**/*.{js,d.ts}").scanSync(installed))
      for (const [, from] of (await read(name)).matchAll(/(?:from|import)\s*\(?"([^"]+)"/g))
        if (!from!.startsWith(".")) foreign.add(`${name.startsWith("preact/") ? "preact" : "client"} imports ${from}`);
        else expect(await Bun.file(join(installed, name, "..", from!)).exists()).toBe(true);
    expect([...foreign].sort()).toEqual(["preact imports preact", "preact imports preact/hooks", "preact imports preact/jsx-runtime"]);
  });

  test("leaves out what is not used", async () => {
    await Bun.write(join(folder, "small.js"), 'import { formatProgress } from "kinora-client"; console.log(formatProgress(0.5));');
    const small = await bundle(join(folder, "small.js"));
    expect(small.length).toBeLessThan(500);
    expect(small).not.toContain("fetch");
  });

  test.each(["bundler", "nodenext"])("has types that stand alone (%s)", async (resolution) => {
    const module = resolution === "bundler" ? "esnext" : "nodenext";
    await Bun.write(
      join(folder, "typed.ts"),
      `import { createJob, type FilmRequest, getJobStatus, openLive } from "kinora-client";
const request: FilmRequest = { prompt: "Tea", style: "social" };
// @ts-expect-error There is no such style.
const wrong: FilmRequest = { prompt: "Tea", style: "none" };
const status: "pending" | "retrying" | "processing" | "success" | "failure" | "cancelled" = (await getJobStatus("x")).status;
openLive().subscribeAll((event) => { if (event.event === "job_failed") { const code: string = event.error_code; console.log(code); } });
console.log(status, wrong, (await createJob(request)).queue_position);`,
    );
    const flags = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
    const checked = await run([
      process.execPath,
      join(ROOT, "node_modules/typescript/lib/tsc.js"),
      "typed.ts",
      ...flags,
      "--module",
      module,
      "--moduleResolution",
      resolution,
    ]);
    expect(checked).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

const README = await Bun.file(join(ROOT, "src/client/README.md")).text();
const EXAMPLES = [...README.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!);

describe.each(["node", process.execPath])("the README's example, run by %s,", (program) => {
  test.each(EXAMPLES.map((code, index) => [index + 1, code] as const))("number %i does what it says", async (index, code) => {
    const [mjs, ts] = [join(folder, `example-${index}.mjs`), join(folder, `example-${index}.ts`)];
    await Bun.write(ts, code.replaceAll("http://127.0.0.1:8080", server.url));
    await Bun.write(mjs, new Bun.Transpiler({ loader: "ts", target: "browser" }).transformSync(await Bun.file(ts).text()));
    const { code: status, stdout, stderr } = await run([program, mjs]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.trim().split("\n").at(-1)).toMatch(LAST_LINES[index - 1]!);
    const { jobs } = await listJobs({ status: ["pending", ...RUNNING_STATUSES] }, { baseUrl: server.url });
    for (const { job_id } of jobs) await cancelJob(job_id, { baseUrl: server.url });
  });
});

/** How each example ends. */
const LAST_LINES = [
  /^success \/media\/.*film\.mp4$/,
  /^\d+ true \d+$/,
  /^closed (websocket|sse)$/,
  /^400 invalid_request priority: .*\[ ["']priority["'] \]$/,
];

test.skipIf(!hasChromium)(
  "the README's component makes and shows a film in a browser, from the package",
  async () => {
    const [tsx] = /(?<=```tsx\n)[\s\S]*?(?=```)/.exec(README)!;
    await Bun.write(
      join(folder, "studio.tsx"),
      tsx.replace('"A sunset over the ocean" }', '"Tea", quality: "480p", effort: "draft", duration_target: 10 }'),
    );
    await Bun.write(
      join(folder, "page.tsx"),
      'import { render } from "preact"; import { Studio } from "./studio.tsx"; render(<Studio />, document.body);',
    );
    const body = await bundle(join(folder, "page.tsx"));
    const html = '<!doctype html><html lang="en"><title>Studio</title><body><script type="module" src="/test/page.js"></script>';
    const wire = openWire(server.url, {
      "/test/page": { type: "text/html", body: html },
      "/test/page.js": { type: "text/javascript", body },
    });
    const browser = await openChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`${wire.url}/test/page`);
      await page.getByRole("button", { name: "Make a film" }).click();
      await page.getByRole("progressbar").waitFor();
      await page.locator("video").waitFor({ timeout: 60_000 });
    } finally {
      await browser.close();
      wire.stop();
    }
  },
  90_000,
);
