import { open, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { KinoraError } from "../domain/error.ts";
import type { GenerateRequest } from "../domain/job.ts";
import type { Surroundings } from "./studio.ts";

const MOST_SCRIPT_BYTES = 60_000 * 4 + 3;
const MOST_STORYBOARD_BYTES = 32 * 1024 * 1024;
const MOST_CUSTOM_BYTES = 64 * 1024;
const REMIND_MS = 3000;
/** No storyboard is nested deeper; what is, is refused for its shape. */
const MOST_LEVELS = 12;

type StandardInput = Pick<Surroundings, "stdin" | "stderr" | "interrupted">;

/** A script from a file, or from standard input for `-` until it ends or is interrupted. Refuses what is not a text of at most 60,000 characters. */
export async function readScript(path: string, input: StandardInput): Promise<string> {
  const name = path === "-" ? "Standard input" : basename(path);
  const bytes = path === "-" ? await readStream(input, MOST_SCRIPT_BYTES + 1) : await readRegular(path, MOST_SCRIPT_BYTES + 1);
  if (bytes.length > MOST_SCRIPT_BYTES)
    throw new KinoraError("script_unreadable", `${name} is too long for a script: at most 60,000 characters.`);
  return decodeText(bytes, name);
}

function decodeText(bytes: Uint8Array, name: string): string {
  const refuse = (cause?: unknown) =>
    new KinoraError("script_unreadable", `${name} is not a text file. A script is plain text in UTF-8.`, { cause });
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  try {
    const text = new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\u0000")) throw refuse();
    return text;
  } catch (cause) {
    throw cause instanceof KinoraError ? cause : refuse(cause);
  }
}

async function readRegular(path: string, mostBytes: number): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new KinoraError("script_unreadable", `There is no file ${path}.`);
  if (found.isDirectory()) throw new KinoraError("script_unreadable", `${path} is a folder. Name a file.`);
  if (!found.isFile()) throw new KinoraError("script_unreadable", `${path} is not a regular file. Use - to read from standard input.`);
  const file = await open(path).catch((cause) => {
    throw new KinoraError("script_unreadable", `${path} cannot be read. Check its permissions.`, { cause });
  });
  try {
    const buffer = new Uint8Array(Math.min(mostBytes, found.size));
    let size = 0;
    while (size < buffer.length) {
      const { bytesRead } = await file.read(buffer, size, buffer.length - size, size);
      if (bytesRead === 0) break;
      size += bytesRead;
    }
    return buffer.subarray(0, size);
  } finally {
    await file.close();
  }
}

async function readStream({ stdin, stderr, interrupted }: StandardInput, mostBytes: number): Promise<Uint8Array> {
  const reader = stdin().getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  interrupted.addEventListener("abort", leave, { once: true });
  const reminder = setTimeout(() => stderr.write("Still waiting for a script on standard input (end it with Ctrl-D).\n"), REMIND_MS);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < mostBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
    }
  } finally {
    clearTimeout(reminder);
    interrupted.removeEventListener("abort", leave);
    leave();
  }
  interrupted.throwIfAborted();
  return Buffer.concat(chunks);
}

/** What a style is told: JSON itself, or a file that holds it. Throws `invalid_request` or `script_unreadable`. */
export async function readCustom(given: string, cwd: string): Promise<unknown> {
  const inline = given.trimStart().startsWith("{");
  const path = resolve(cwd, given);
  const bytes = inline ? undefined : await readRegular(path, MOST_CUSTOM_BYTES + 1);
  if (bytes && bytes.length > MOST_CUSTOM_BYTES) throw new KinoraError("script_unreadable", `${basename(path)} is too large for --custom.`);
  try {
    return JSON.parse(bytes ? decodeText(bytes, basename(path)) : given);
  } catch (cause) {
    const what = inline ? "--custom" : basename(path);
    throw new KinoraError("invalid_request", `${what} is not valid JSON. Write it as {"motion": "slow"}; see: kinora styles`, { cause });
  }
}

type Loaded = { storyboard: NonNullable<GenerateRequest["storyboard"]>; parameters: Record<string, unknown> };

/** A storyboard by hand, or a `film.json` with the parameters it was made with. Paths in it are taken from the file's own folder. */
export async function readStoryboard(path: string): Promise<Loaded> {
  const bytes = await readRegular(path, MOST_STORYBOARD_BYTES + 1);
  if (bytes.length > MOST_STORYBOARD_BYTES) throw new KinoraError("script_unreadable", `${basename(path)} is too large for a storyboard.`);
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes, basename(path)));
  } catch (cause) {
    throw new KinoraError("script_unreadable", `${basename(path)} is not a storyboard: it is not valid JSON.`, { cause });
  }
  const film = value as { storyboard?: unknown; parameters?: Record<string, unknown> };
  const storyboard = (film?.storyboard ?? value) as Loaded["storyboard"];
  return { storyboard: withAbsolutePaths(storyboard, dirname(resolve(path))), parameters: film?.storyboard ? (film.parameters ?? {}) : {} };
}

/** The same value with each `path` made absolute. */
function withAbsolutePaths<Value>(value: Value, folder: string, levels = MOST_LEVELS): Value {
  if (typeof value !== "object" || value === null || levels === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withAbsolutePaths(item, folder, levels - 1)) as Value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    key === "path" && typeof item === "string" ? resolve(folder, item) : withAbsolutePaths(item, folder, levels - 1),
  ]);
  return Object.fromEntries(entries) as Value;
}
