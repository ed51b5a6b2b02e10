import { KinoraError } from "../domain/error.ts";

/** How deep a body may be nested, and how many names it may have in all. */
const MOST_DEPTH = 64;
const MOST_NAMES = 200_000;

/**
 * Reads JSON (RFC 8259) that a stranger has sent. Beyond what the grammar refuses, refuses what readers understand differently or not at all: a
 * name given twice, `__proto__` as a name, half a surrogate pair, and depth or names without end. Throws `invalid_request`.
 */
export function readJsonText(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    throw refused("is not valid JSON");
  }
}

const refused = (message: string, path = ""): KinoraError =>
  new KinoraError("invalid_request", `The body ${message}.`, { faults: [{ path, message }] });

/** Walks the text once, by its quotes and brackets alone; whether it is JSON at all is left to the reader. */
function scan(text: string): void {
  const open: (Set<string> | null)[] = [];
  const escapes = text.includes("\\");
  let names = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const end = endOfString(text, at);
      const content = escapes ? readString(text, at, end) : text.slice(at + 1, end);
      at = end;
      if (nextSign(text, end + 1) !== COLON) continue;
      if (++names > MOST_NAMES) throw refused(`has more than ${MOST_NAMES.toLocaleString("en")} names`);
      noteName(open.at(-1), content);
    } else if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) {
      if (open.push(sign === OPEN_OBJECT ? new Set() : null) > MOST_DEPTH) throw refused(`is nested deeper than ${MOST_DEPTH}`);
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_ARRAY) open.pop();
  }
}

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function noteName(names: Set<string> | null | undefined, name: string): void {
  if (!names) return;
  if (name === "__proto__") throw refused("has a field __proto__", "__proto__");
  if (names.has(name)) throw refused(`has the field ${name.slice(0, 80).toWellFormed()} twice`, name.slice(0, 80));
  names.add(name);
}

/** Where the string that begins at `start` ends; the end of the text when it never does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** A string as it is meant, its escapes resolved. Throws for half a surrogate pair. */
function readString(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  if (!raw.includes("\\")) return raw;
  try {
    const content = JSON.parse(`"${raw}"`) as string;
    if (content.isWellFormed()) return content;
  } catch {
    return raw;
  }
  throw refused("has half a surrogate pair in a text");
}

function nextSign(text: string, from: number): number {
  let at = from;
  while (" \t\n\r".includes(text.charAt(at)) && at < text.length) at++;
  return text.charCodeAt(at);
}
