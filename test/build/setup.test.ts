import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../helpers/sources.ts";

// A project and a machine of small programs, where nothing but what each test puts there is found.

const TOOLS = ["node", "sh", "env", "cat", "mkdir", "chmod", "sleep", "rm"];
const NEW = "ffmpeg version 5.1.9 Copyright\nlibavutil      57. 28.100 / 57. 28.100";
const OLD = "ffmpeg version 4.4.2 Copyright\nlibavutil      56. 70.100 / 56. 70.100";
const SNAPSHOT = "ffmpeg version N-109-gabc Copyright\nlibavutil      59. 1.100 / 59. 1.100";

/** A Bun that, when it installs, leaves itself in node_modules, and packs data; it says what it was called for. */
const BUN = `[ "$1" != --version ] || { echo 1.4.5; exit 0; }
echo "bun $*" >> "$MACHINE/log"
[ ! -f "$MACHINE/slow" ] || { mkdir -p node_modules/half; sleep 1; }
[ "$1" != install ] || { mkdir -p node_modules/.bin; cat "$MACHINE/bun" > node_modules/.bin/bun; chmod +x node_modules/.bin/bun; exit 0; }
mkdir -p dist/data; cat packed.json > dist/data/manifest.json`;

/** An npm that fetches that Bun. */
const NPM = `echo "npm $*" >> "$MACHINE/log"
[ ! -f "$MACHINE/offline" ] || { echo "npm error code EAI_AGAIN"; exit 1; }
[ ! -f "$MACHINE/forbidden" ] || { echo "npm error code E403"; exit 1; }
mkdir -p "$3/node_modules/.bin" "$3/node_modules/bun"
[ -f "$MACHINE/scripts" ] && to=.bin/bun || to=bun/later
cat "$MACHINE/bun" > "$3/node_modules/$to"
chmod +x "$3/node_modules/$to"
echo "require('fs').copyFileSync('later', '../.bin/bun')" > "$3/node_modules/bun/install.js"`;

const APT = `for word in "$@"; do last=$word; done
echo "apt-get $last" >> "$MACHINE/log"
[ ! -f "$MACHINE/broken" ] || { echo "E: Unable to fetch"; exit 100; }
[ "$last" != ffmpeg ] || for name in ffmpeg ffprobe; do printf '#!/bin/sh\\necho "ffmpeg version 5.1.9"; echo "libavutil 57. 28.100"\\n' > "$MACHINE/bin/$name"; chmod +x "$MACHINE/bin/$name"; done
[ "$last" != chromium ] || { echo '#!/bin/sh' > "$MACHINE/bin/chromium"; chmod +x "$MACHINE/bin/chromium"; }`;

let folder = "";
let machine = "";
let project = "";

function program(file: string, script: string): string {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const onMachine = (name: string, script: string) => program(join(machine, "bin", name), script);
const says = (text: string) => `cat <<'END'\n${text}\nEND`;
const give = (text: string) => ["ffmpeg", "ffprobe"].map((name) => onMachine(name, says(text)));
const flag = (name: string) => writeFileSync(join(machine, name), "");
const log = () => (existsSync(join(machine, "log")) ? readFileSync(join(machine, "log"), "utf8").trim().split("\n") : []);

function start(args: string[] = [], env: Record<string, string> = {}) {
  const command = [join(machine, "bin/node"), join(project, "src/build/setup.mjs"), ...args];
  const child = Bun.spawn(command, {
    cwd: machine,
    env: { PATH: join(machine, "bin"), MACHINE: machine, PROJECT: project, HOME: machine, TMPDIR: machine, ...env },
    stdout: "pipe",
    stderr: "pipe",
  });
  const ended = (async () => ({
    said: (await new Response(child.stderr).text()) + (await new Response(child.stdout).text()),
    code: await child.exited,
  }))();
  return { child, ended };
}
const setup = (...given: Parameters<typeof start>) => start(...given).ended;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kinora setup's "));
  [machine, project] = [join(folder, "machine"), join(folder, "project")];
  mkdirSync(join(machine, "bin"), { recursive: true });
  mkdirSync(join(project, "src/build"), { recursive: true });
  for (const tool of TOOLS) symlinkSync(Bun.which(tool) as string, join(machine, "bin", tool));
  for (const name of readdirSync(`${ROOT}/src/build`).filter((name) => name.endsWith(".mjs")))
    cpSync(`${ROOT}/src/build/${name}`, join(project, "src/build", name));
  writeFileSync(join(project, "package.json"), '{"type":"module","devDependencies":{"bun":"1.4.5"}}');
  writeFileSync(join(project, "bun.lock"), "{}");
  writeFileSync(join(project, "packed.json"), '{"packers":{}}');
  onMachine("npm", NPM);
  program(join(machine, "bun"), BUN);
  flag("scripts");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a fresh clone", () => {
  test("gets packages and FFmpeg, and the second time nothing and not a word", async () => {
    onMachine("apt-get", APT);
    onMachine("sudo", 'shift; exec "$@"');
    onMachine("apt-cache", says("ffmpeg:\n  Installed: (none)\n  Candidate: 7:5.1.9-0+deb12u1"));
    const first = await setup(["--quiet"]);
    expect(first.code).toBe(0);
    expect(first.said).toContain("Installing packages");
    expect(first.said).toContain("Installing FFmpeg");
    expect(log()).toEqual([expect.stringMatching(/^npm install .* bun@1\.4\.5$/), "bun install --frozen-lockfile", "apt-get ffmpeg"]);
    expect(await setup(["--quiet"])).toEqual({ said: "", code: 0 });
    expect((await setup()).said).toMatch(/^Everything is in place: FFmpeg 5\.1\.9 /);
    expect(log()).toHaveLength(3);
    expect(existsSync(join(project, "dist/.bootstrap"))).toBe(false);
  });

  test("gets a browser with --all", async () => {
    give(NEW);
    onMachine("apt-get", APT);
    onMachine("sudo", 'shift; exec "$@"');
    onMachine("apt-cache", says("  Candidate: 120.0"));
    expect((await setup(["--all"])).code).toBe(0);
    expect(log().at(-1)).toBe("apt-get chromium");
    expect(await setup(["--all", "--quiet"])).toEqual({ said: "", code: 0 });
  });

  test("is ready without a browser where none can be had, and says how to have one", async () => {
    give(NEW);
    const { code, said } = await setup(["--all"]);
    expect(code).toBe(0);
    expect(said).toContain("No Chromium was found");
  });

  test("installs nothing when FFMPEG_BIN is fine", async () => {
    onMachine("apt-get", APT);
    const ffmpeg = program(join(folder, "own/ffmpeg"), says(SNAPSHOT));
    program(join(folder, "own/ffprobe"), says(SNAPSHOT));
    expect((await setup([], { FFMPEG_BIN: ffmpeg })).said).toContain(`FFmpeg N-109-gabc (${ffmpeg})`);
    expect(log()).toHaveLength(2);
  });
});

describe("FFmpeg that will not do ends with a sentence", () => {
  test.each([
    [
      "none and nothing to install it with",
      () => {},
      {},
      "FFmpeg was not found. Install FFmpeg 5.1 or later (from your system's packages, as ffmpeg), or set FFMPEG_BIN to where it is.",
    ],
    ["too old", () => give(OLD), {}, "ffmpeg is version 4.4.2, older than 5.1. Install"],
    ["without ffprobe", () => onMachine("ffmpeg", says(NEW)), {}, "has no ffprobe beside it or on the PATH."],
    ["not FFmpeg at all", () => give("hello"), {}, "is not a working ffmpeg."],
    [
      "FFMPEG_BIN that is not there",
      () => give(NEW),
      { FFMPEG_BIN: "/nowhere/ffmpeg" },
      "/nowhere/ffmpeg is not a working ffmpeg. Set FFMPEG_BIN (and FFPROBE_BIN) to FFmpeg 5.1 or later, or unset it.",
    ],
    [
      "FFPROBE_BIN that is too old",
      () => give(NEW),
      () => ({ FFPROBE_BIN: program(join(folder, "ffprobe"), says(OLD)) }),
      "ffprobe is version 4.4.2, older than 5.1.",
    ],
    [
      "a system whose package is too old",
      () => [
        onMachine("apt-get", APT),
        onMachine("sudo", 'shift; exec "$@"'),
        onMachine("apt-cache", says("  Candidate: 7:4.4.2-0ubuntu0.22.04.1")),
      ],
      {},
      "apt-get install ffmpeg",
    ],
    [
      "a system that cannot fetch its package",
      () => [
        flag("broken"),
        onMachine("apt-get", APT),
        onMachine("sudo", 'shift; exec "$@"'),
        onMachine("apt-cache", says("  Candidate: 7:5.1")),
      ],
      {},
      "E: Unable to fetch",
    ],
  ] as [string, () => unknown, Record<string, string> | (() => Record<string, string>), string][])(
    "%s",
    async (_, prepare, env, sentence) => {
      prepare();
      const { code, said } = await setup(["--quiet"], typeof env === "function" ? env() : env);
      expect(code).toBe(1);
      expect(said).toContain(sentence);
      expect(said).not.toContain("    at ");
    },
  );
});

describe("what goes wrong on the way", () => {
  beforeEach(() => give(NEW));

  test("no network is said clearly", async () => {
    flag("offline");
    const { code, said } = await setup();
    expect(code).toBe(1);
    expect(said).toEndWith(
      "The npm registry could not be reached, and set-up fetches packages from it. Check the network, then type the same again.\n",
    );
    expect(log()).toHaveLength(1);
    rmSync(join(machine, "offline"));
    expect((await setup()).code).toBe(0);
  });

  test("what else npm says is passed on", async () => {
    flag("forbidden");
    expect((await setup()).said).toEndWith("  npm error code E403\nBun could not be fetched from npm; the lines above say why.\n");
  });

  test("an npm that runs no scripts does as well", async () => {
    rmSync(join(machine, "scripts"));
    expect((await setup()).code).toBe(0);
  });

  test("what a killed run left of node_modules is thrown away", async () => {
    flag("slow");
    const { child, ended } = start();
    while (!existsSync(join(project, "node_modules/half"))) await Bun.sleep(5);
    child.kill("SIGKILL");
    await ended;
    rmSync(join(machine, "slow"));
    expect((await setup()).code).toBe(0);
    expect(existsSync(join(project, "node_modules/half"))).toBe(false);
    expect(await setup(["--quiet"])).toEqual({ said: "", code: 0 });
  });

  test("an interrupted run leaves no lock and ends as interrupted", async () => {
    flag("slow");
    const { child, ended } = start();
    while (!existsSync(join(project, "node_modules/half"))) await Bun.sleep(5);
    expect(existsSync(join(project, "dist/.setup.lock"))).toBe(true);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(existsSync(join(project, "dist/.setup.lock"))).toBe(false);
  });

  test("of several runs at once one does the work and the others wait", async () => {
    flag("slow");
    const runs = await Promise.all([setup(), setup(), setup()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(log().filter((line) => line.startsWith("npm"))).toHaveLength(1);
    expect(runs.filter(({ said }) => said.includes("Another set-up is running"))).toHaveLength(2);
  });

  test("of several runs at once one takes over from a dead one", async () => {
    mkdirSync(join(project, "dist"));
    writeFileSync(join(project, "dist/.setup.lock"), "999999 1");
    const runs = await Promise.all([setup(), setup(), setup()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(log().filter((line) => line.startsWith("npm"))).toHaveLength(1);
  });

  test("packages are installed anew by the Bun that is there when the lockfile changes", async () => {
    await setup();
    writeFileSync(join(project, "bun.lock"), "{ }");
    expect((await setup()).code).toBe(0);
    expect(log().at(-1)).toMatch(/^bun install --frozen-lockfile/);
  });

  test("another FFmpeg is looked at again", async () => {
    await setup();
    give(OLD);
    expect((await setup()).code).toBe(1);
  });
});
