import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../helpers/sources.ts";

// `npm start` of this project, with stand-ins for what it starts: set-up, build and the server say that they were called.

/** A server that says how it was started and ends in good order when it is asked to. */
const SERVER = `trap 'echo stopped; exit 0' INT TERM
echo "server $* in $(pwd)"
while :; do sleep 0.05; done`;

let project = "";
let elsewhere = "";

function program(path: string, text: string) {
  mkdirSync(join(project, path, ".."), { recursive: true });
  writeFileSync(join(project, path), `#!/bin/sh\n${text}\n`);
  chmodSync(join(project, path), 0o755);
}

beforeAll(() => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "kinora start's ")));
  [project, elsewhere] = [join(folder, "project"), join(folder, "else where")];
  for (const name of [project, elsewhere, join(project, "src/build")]) mkdirSync(name, { recursive: true });
  const { name, scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name, scripts: { start: scripts.start } }));
  cpSync(join(ROOT, "src/build/start.sh"), join(project, "src/build/start.sh"));
  writeFileSync(join(project, "src/build/setup.mjs"), "console.error('setup', ...process.argv.slice(2));");
  program("node_modules/.bin/bun", 'echo "bun $*"');
  program("dist/kinora", SERVER);
});
afterAll(() => rmSync(join(project, ".."), { recursive: true, force: true }));

/** `npm start` in a process group of its own, as a terminal has it, until the server has said that it runs. */
async function npmStart(args: string[], cwd: string) {
  const child = Bun.spawn(["setsid", "npm", "--silent", "--prefix", project, "start", ...args], { cwd, stdout: "pipe", stderr: "pipe" });
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const said = [(await reader.read()).value?.trim()];
  const ended = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) said.push(part.value.trim());
    return { said, told: (await new Response(child.stderr).text()).trim().split("\n"), code: await child.exited };
  };
  return { child, ended };
}

describe("npm start", () => {
  test("sets up, builds what is stale, and serves with the options given, in the user's folder; Ctrl-C ends it in good order", async () => {
    const { child, ended } = await npmStart(["--", "--port", "9000"], elsewhere);
    process.kill(-child.pid, "SIGINT");
    expect(await ended()).toEqual({
      said: [`server serve --port 9000 in ${elsewhere}`, "stopped"],
      told: ["setup --quiet", "bun build.ts --if-stale"],
      code: 0,
    });
  });

  test("passes on being asked to end", async () => {
    const { child, ended } = await npmStart([], project);
    child.kill("SIGTERM");
    expect(await ended()).toMatchObject({ said: [`server serve in ${project}`, "stopped"], code: 0 });
  });
});
