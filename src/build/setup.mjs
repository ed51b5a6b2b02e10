// Makes a fresh clone ready to run, on a machine with node and npm and nothing else: packages, packed data, FFmpeg; with --all a browser for tests too.
// Safe to repeat, to kill and to run twice at once. What is in place is not done again; --quiet then says nothing.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hashPackages, listStalePackers } from "./inputs.mjs";
import { takeLock } from "./setup-lock.mjs";
import { describePlaces, findBrowser, needFFmpeg, wantBrowser } from "./setup-programs.mjs";
import { endAll, lastLines, run, runStep, SetupError, say } from "./setup-step.mjs";

/** @typedef {{ packages?: string, places?: string, ffmpeg?: import("./setup-programs.mjs").FFmpeg, browser?: string }} Stamp What earlier runs put in place. */

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const all = process.argv.includes("--all");
const quiet = process.argv.includes("--quiet");
const modules = join(root, "node_modules");
const bun = join(modules, ".bin/bun");
const stampFile = join(modules, ".kinora-setup.json");
const unfinished = join(modules, ".kinora-installing");

/** @returns {Stamp} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {};
  }
}

/** @param {Stamp} news */
const addToStamp = (news) => writeFileSync(stampFile, `${JSON.stringify({ ...readStamp(), ...news }, null, 1)}\n`);

/** What is still to be done, as names. */
function listMissing() {
  const stamp = readStamp();
  const missing = [];
  if (stamp.packages !== hashPackages(root) || !existsSync(bun)) missing.push("packages");
  if (listStalePackers(root).length > 0) missing.push("data");
  if (!stamp.ffmpeg || stamp.places !== describePlaces(root)) missing.push("ffmpeg");
  if (all && !findBrowser()) missing.push("browser");
  return missing;
}

const STEPS = {
  packages: installPackages,
  data: packData,
  ffmpeg: async () => addToStamp({ ffmpeg: await needFFmpeg(root), places: describePlaces(root) }),
  browser: wantBrowser,
};

/** The locked packages, by the locked Bun: the one that is installed already, else one that npm fetches for the purpose. */
async function installPackages() {
  if (existsSync(unfinished)) rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  writeFileSync(unfinished, "");
  rmSync(stampFile, { force: true });
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies.bun;
  const label = "Installing packages (the first time takes a minute)";
  let ended =
    (await bunVersion()) === version ? await runStep(label, [bun, ...INSTALL], { cwd: root }) : await installByNpx(label, version);
  // npm's cache of programs does not recover from having been killed half-way: once more with a fresh one.
  if (ended.code !== 0 && !isOffline(ended.output))
    ended = await installByNpx("Installing packages once more, from the start", version, true);
  if (ended.code !== 0) throw new SetupError(isOffline(ended.output) ? OFFLINE : `${lastLines(ended.output)}\n${FAILED}`);
  if ((await bunVersion()) !== version) await run(["node", "install.js"], { cwd: join(modules, "bun") });
  if ((await bunVersion()) !== version)
    throw new SetupError(
      `node_modules/.bin/bun does not run here (${process.platform} ${process.arch}): Bun ${version} needs 64-bit Linux or macOS.`,
    );
  rmSync(unfinished);
  addToStamp({ packages: hashPackages(root) });
}

const INSTALL = ["install", "--frozen-lockfile", "--cwd", root];
const FAILED = "The packages could not be installed; the lines above say why.";
const OFFLINE = "The npm registry could not be reached, and set-up fetches packages from it. Check the network, then type the same again.";

/** @param {string} output */
const isOffline = (output) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ConnectionRefused|FailedToOpenSocket/i.test(output);

/** Runs in an empty folder, where npx cannot take a broken Bun of the project for the one that is asked for. @param {string} label @param {string} version */
async function installByNpx(label, version, freshCache = false) {
  const folder = mkdtempSync(join(tmpdir(), "kinora-setup-"));
  /** @type {Record<string, string>} */
  const env = {
    npm_config_local_prefix: folder,
    npm_config_fetch_retries: "1",
    npm_config_fetch_retry_mintimeout: "1000",
    npm_config_ignore_scripts: "false",
  };
  if (freshCache) env.npm_config_cache = join(folder, "cache");
  try {
    return await runStep(label, ["npx", "--yes", `bun@${version}`, ...INSTALL], { cwd: folder, env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} "" when it does not run */
async function bunVersion() {
  const { code, output } = existsSync(bun) ? await run([bun, "--version"]) : { code: 127, output: "" };
  return code === 0 ? output.trim() : "";
}

async function packData() {
  const { code, output } = await runStep("Packing fonts, voices and words", [bun, "build.ts", "data"], { cwd: root });
  if (code !== 0) throw new SetupError(`${lastLines(output)}\nThe data could not be packed; the lines above say why.`);
}

async function main() {
  if (Number.parseInt(process.versions.node, 10) < 18)
    throw new SetupError(`Node ${process.versions.node} is too old: Kinora's set-up needs node 18 or later.`);
  if (listMissing().length > 0) {
    const release = await takeLock(join(root, "dist/.setup.lock"), (pid) =>
      say(`Another set-up is running (process ${pid}); waiting for it.`),
    );
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.once(signal, () => {
        endAll();
        release();
        process.exit(130);
      });
    }
    try {
      for (const name of listMissing()) await STEPS[/** @type {keyof typeof STEPS} */ (name)]();
    } finally {
      release();
    }
  }
  const { ffmpeg } = readStamp();
  if (!quiet)
    say(`Everything is in place: FFmpeg ${ffmpeg?.version} (${ffmpeg?.ffmpeg}), Bun and the packages in node_modules, data in dist/data.`);
}

main().catch((error) => {
  say(error instanceof SetupError ? error.message : String(error.stack));
  process.exitCode = 1;
});
