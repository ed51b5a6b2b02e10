// How set-up runs other programs: shows that long ones go on, keeps what they print for when they fail, and lets none outlive it.
import { spawn } from "node:child_process";

/** A reason for which set-up ends that the user can do something about; its message is the whole of what they are told. */
export class SetupError extends Error {}

/** @typedef {{ code: number, output: string }} Ended */
/** @typedef {{ env?: Record<string, string>, cwd?: string }} Options */

const TICK_MS = 10_000;
const KEPT = 64 * 1024;
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Standard output belongs to the program that is started afterwards. @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Runs a program to its end without a word. A missing program has code 127. @param {string[]} command @param {Options} [options] @returns {Promise<Ended>} */
export function run([program = "", ...args], options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output = (output + chunk).slice(-KEPT)));
    child.on("error", (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.on("close", (code) => {
      running.delete(child);
      done({ code: code ?? 128, output });
    });
  });
}

/** Runs a program that may take long, saying so: one line that counts seconds in a terminal, a line every ten seconds elsewhere. @param {string} label @param {string[]} command @param {Options} [options] @returns {Promise<Ended>} */
export async function runStep(label, command, options) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const live = process.stderr.isTTY;
  if (!live) say(`${label} …`);
  const show = () => (live ? process.stderr.write(`\r${label} … ${seconds()} s\x1b[K`) : say(`  still at it, ${seconds()} s`));
  if (live) show();
  const timer = setInterval(show, live ? 1000 : TICK_MS);
  const ended = await run(command, options);
  clearInterval(timer);
  if (live) process.stderr.write("\r\x1b[K");
  if (ended.code === 0) say(`${label}: done in ${seconds()} s`);
  return ended;
}

/** The last lines of what a program printed, indented. @param {string} output */
export const lastLines = (output, count = 12) =>
  output
    .trim()
    .split("\n")
    .slice(-count)
    .map((line) => `  ${line}`)
    .join("\n");

/** Ends whatever still runs. */
export function endAll() {
  for (const child of running) child.kill("SIGTERM");
}
