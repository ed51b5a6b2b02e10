// The programs that set-up finds on this machine or installs: FFmpeg with ffprobe, and a browser for tests.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { lastLines, run, runStep, SetupError, say } from "./setup-step.mjs";

/** @typedef {{ ffmpeg: string, ffprobe: string, version: string }} FFmpeg */

/** FFmpeg 5.1, also by its libavutil, which builds from a snapshot name as well. */
const OLDEST = { name: "5.1", package: /** @type {const} */ ([5, 1]), libavutil: /** @type {const} */ ([57, 28]) };
const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

/** @param {string | undefined} file */
const isProgram = (file) => {
  try {
    if (!file || !statSync(file).isFile()) return false;
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Every place where a program of one of these names lies on the PATH, in its order. @param {string[]} names */
const onPath = (...names) =>
  names.flatMap((name) =>
    (process.env.PATH ?? "").split(delimiter).flatMap((folder) => (folder && isProgram(join(folder, name)) ? [join(folder, name)] : [])),
  );

/** Where FFmpeg may be, best first. What FFMPEG_BIN names is the only place when it is set. @param {string} root @returns {{ ffmpeg: string, ffprobe: string }[]} */
function ffmpegPlaces(root) {
  const { FFMPEG_BIN, FFPROBE_BIN } = process.env;
  const bundled = join(root, "node_modules/ffmpeg-static/ffmpeg");
  const places = FFMPEG_BIN ? [FFMPEG_BIN] : [join(root, "dist/ffmpeg"), ...onPath("ffmpeg"), bundled].filter(isProgram);
  const probes = onPath("ffprobe");
  return places.map((ffmpeg) => {
    const beside = join(dirname(ffmpeg), "ffprobe");
    return { ffmpeg, ffprobe: FFPROBE_BIN ?? (isProgram(beside) ? beside : (probes[0] ?? "")) };
  });
}

/** What identifies the programs that would be looked at, cheap enough for every start. @param {string} root */
export function describePlaces(root) {
  const files = ffmpegPlaces(root).flatMap(({ ffmpeg, ffprobe }) => [ffmpeg, ffprobe]);
  return JSON.stringify(files.map((file) => (isProgram(file) ? [file, statSync(file).size, statSync(file).mtimeMs] : [file])));
}

/** The first FFmpeg that will do, and otherwise why none does. @param {string} root @returns {Promise<{ found?: FFmpeg, why: string }>} */
async function findFFmpeg(root) {
  let why = "FFmpeg was not found.";
  for (const { ffmpeg, ffprobe } of ffmpegPlaces(root)) {
    const answers = [await askVersion(ffmpeg), await askVersion(ffprobe)];
    const wrong = [ffmpeg, ffprobe].findIndex((_, at) => !answers[at]?.new);
    if (wrong < 0) return { found: { ffmpeg, ffprobe, version: answers[0]?.version ?? "" }, why: "" };
    const file = [ffmpeg, ffprobe][wrong];
    if (!file) why = `${ffmpeg} has no ffprobe beside it or on the PATH.`;
    else
      why = answers[wrong]
        ? `${file} is version ${answers[wrong]?.version}, older than ${OLDEST.name}.`
        : `${file} is not a working ${wrong ? "ffprobe" : "ffmpeg"}.`;
  }
  return { why };
}

/** @param {string} file @returns {Promise<{ version: string, new: boolean } | undefined>} */
async function askVersion(file) {
  if (!isProgram(file)) return undefined;
  const { code, output } = await run([file, "-version"]);
  const library = /libavutil\s+(\d+)\.\s*(\d+)/.exec(output);
  if (code !== 0 || !library) return undefined;
  const [major, minor] = [Number(library[1]), Number(library[2])];
  const [oldMajor, oldMinor] = OLDEST.libavutil;
  return { version: /version (\S+)/.exec(output)?.[1] ?? "unknown", new: major > oldMajor || (major === oldMajor && minor >= oldMinor) };
}

/** Finds FFmpeg, or installs the system's package where this may be done without a question; else throws the one sentence that says what to type. @param {string} root @returns {Promise<FFmpeg>} */
export async function needFFmpeg(root) {
  const { found, why } = await findFFmpeg(root);
  if (found) return found;
  if (process.env.FFMPEG_BIN)
    throw new SetupError(`${why} Set FFMPEG_BIN (and FFPROBE_BIN) to FFmpeg ${OLDEST.name} or later, or unset it.`);
  const advice = `${why} Install FFmpeg ${OLDEST.name} or later (${howToInstall("ffmpeg")}), or set FFMPEG_BIN to where it is.`;
  const apt = await findApt();
  if (!apt || !isNew(await findCandidate(apt, "ffmpeg"))) throw new SetupError(advice);
  const failure = await aptInstall(apt, "ffmpeg", "Installing FFmpeg (the system's package ffmpeg)");
  if (failure) throw new SetupError(`${failure}\n${advice}`);
  const second = await findFFmpeg(root);
  if (!second.found) throw new SetupError(`${second.why} Set FFMPEG_BIN to FFmpeg ${OLDEST.name} or later.`);
  return second.found;
}

/** The browser for tests, if there is one. */
export const findBrowser = () => [process.env.CHROMIUM_BIN, ...onPath(...BROWSERS)].find(isProgram);

/** Finds a browser or installs the system's; its absence is told and stops nothing. */
export async function wantBrowser() {
  const found = findBrowser();
  if (found) return found;
  const apt = await findApt();
  const offered = apt && (await findCandidate(apt, "chromium"));
  const failure = offered ? await aptInstall(apt, "chromium", "Installing Chromium for tests (the system's package chromium)") : "";
  const installed = findBrowser();
  if (!installed)
    say(
      `${failure ? `${failure}\n` : ""}No Chromium was found, so tests in a browser are left out. To have them: ${howToInstall("chromium")}.`,
    );
  return installed;
}

/** How to call apt-get without being asked for a password, if that is possible. @returns {Promise<string[] | undefined>} */
async function findApt() {
  if (!onPath("apt-get").length) return undefined;
  const quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_SUSPEND=1", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120"];
  if (process.getuid?.() === 0) return quiet;
  return onPath("sudo").length && (await run(["sudo", "-n", "true"])).code === 0 ? ["sudo", "-n", ...quiet] : undefined;
}

/** The version of a package that apt-get would install, "" when it has none; the lists are fetched first where there are none. @param {string[]} apt @param {string} name */
async function findCandidate(apt, name) {
  const ask = async () =>
    /Candidate: (?:\d+:)?(\d\S*)/.exec((await run(["env", "LC_ALL=C", "apt-cache", "policy", name])).output)?.[1] ?? "";
  const known = await ask();
  if (known) return known;
  await aptUpdate(apt);
  return ask();
}

/** @param {string} version of the package */
const isNew = (version) => {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major > OLDEST.package[0] || (major === OLDEST.package[0] && minor >= OLDEST.package[1]);
};

/** @param {string[]} apt */
const aptUpdate = (apt) => runStep("Fetching the list of system packages", [...apt, "update"]);

/** Installs a package, with fresh lists when the first attempt fails; "" or why it did not work. @param {string[]} apt @param {string} name @param {string} label */
async function aptInstall(apt, name, label) {
  const command = [...apt, "install", "--no-install-recommends", name];
  let ended = await runStep(label, command);
  if (ended.code !== 0) {
    await aptUpdate(apt);
    ended = await runStep(label, command);
  }
  return ended.code === 0 ? "" : `${command.join(" ")} failed:\n${lastLines(ended.output, 6)}`;
}

/** @param {string} name */
function howToInstall(name) {
  const sudo = process.getuid?.() === 0 ? "" : "sudo ";
  if (process.platform === "darwin") return `type: brew install ${name}`;
  if (process.platform === "win32") return `type: winget install ${name}`;
  const tools = {
    "apt-get": `${sudo}apt-get install ${name}`,
    dnf: `${sudo}dnf install ${name}`,
    pacman: `${sudo}pacman -S ${name}`,
    apk: `${sudo}apk add ${name}`,
  };
  const known = Object.entries(tools).find(([tool]) => onPath(tool).length);
  return known ? `type: ${known[1]}` : `from your system's packages, as ${name}`;
}
