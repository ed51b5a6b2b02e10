// Makes a fresh clone ready to run, on a machine with node and npm and nothing else: packages, packed data, FFmpeg; with --all a browser for tests too.
// Safe to repeat, to kill and to run twice at once. What is in place is not done again; --quiet then says nothing.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
const bootstrap = join(root, "dist/.bootstrap");
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

/** The locked packages, by the Bun of the version that they name: the installed one, else one that npm fetches for the purpose. */
async function installPackages() {
  if (existsSync(unfinished)) rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  writeFileSync(unfinished, "");
  rmSync(stampFile, { force: true });
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies.bun;
  const installer = (await bunVersion(bun)) === version ? bun : await fetchBun(version);
  succeed(
    await runStep("Installing packages", [installer, "install", "--frozen-lockfile"], { cwd: root }),
    "The packages could not be installed",
  );
  rmSync(bootstrap, { recursive: true, force: true });
  if ((await bunVersion(bun)) !== version) await run(["node", "install.js"], { cwd: join(modules, "bun") });
  if ((await bunVersion(bun)) !== version) throw new SetupError(`node_modules/.bin/bun does not run here. ${NEEDS}`);
  rmSync(unfinished);
  addToStamp({ packages: hashPackages(root) });
}

/** A Bun in a folder of its own, new each time, so that nothing half-fetched is ever met; npm's cache makes it quick. @param {string} version */
async function fetchBun(version) {
  rmSync(bootstrap, { recursive: true, force: true });
  mkdirSync(bootstrap, { recursive: true });
  const options = [
    "--no-save",
    "--no-package-lock",
    "--ignore-scripts=false",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
    "--loglevel=error",
  ];
  const ended = await runStep(`Fetching Bun ${version}`, ["npm", "install", "--prefix", bootstrap, ...options, `bun@${version}`], {
    cwd: bootstrap,
  });
  succeed(ended, "Bun could not be fetched from npm");
  const fetched = join(bootstrap, "node_modules/.bin/bun");
  // Where npm is set to run no scripts, the package has not yet put its program in place.
  if ((await bunVersion(fetched)) !== version) await run(["node", "install.js"], { cwd: join(bootstrap, "node_modules/bun") });
  if ((await bunVersion(fetched)) !== version) throw new SetupError(`Bun ${version} does not run here. ${NEEDS}`);
  return fetched;
}

const NEEDS = `Kinora needs 64-bit Linux or macOS; this is ${process.platform} ${process.arch}.`;
const OFFLINE = "The npm registry could not be reached, and set-up fetches packages from it. Check the network, then type the same again.";

/** @param {import("./setup-step.mjs").Ended} ended @param {string} what went wrong if it did */
function succeed({ code, output }, what) {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ConnectionRefused|FailedToOpenSocket/i;
  if (code !== 0) throw new SetupError(offline.test(output) ? OFFLINE : `${lastLines(output)}\n${what}; the lines above say why.`);
}

/** @param {string} program @returns {Promise<string>} "" when it does not run */
async function bunVersion(program) {
  const { code, output } = existsSync(program) ? await run([program, "--version"]) : { code: 127, output: "" };
  return code === 0 ? output.trim() : "";
}

async function packData() {
  succeed(await runStep("Packing fonts, voices and words", [bun, "build.ts", "data"], { cwd: root }), "The data could not be packed");
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
