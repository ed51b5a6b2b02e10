import { segmentsOf } from "./forms.ts";
import type { PlanLanguage } from "./plan-language.ts";

/** A name from such a length on may end inside what a dictionary takes for one word, unless katakana runs on. */
const SURE_LENGTH = 3;
const RUNS_ON = /^[\p{Script=Katakana}ー]/u;
const longest = new WeakMap<object, number>();

/**
 * The names of a table in a text that is written without spaces, from left to right, the longest first. A name begins where a word begins,
 * and ends where one ends: 海 is not found in 上海.
 */
export function findUnspaced<Entry>(
  written: string,
  table: ReadonlyMap<string, Entry>,
  language: PlanLanguage,
): { entry: Entry; name: string; at: number }[] {
  const text = written.toLowerCase();
  const starts = wordStarts(text, language);
  const most = longest.get(table) ?? Math.max(0, ...[...table.keys()].map((name) => name.length));
  longest.set(table, most);
  const found: { entry: Entry; name: string; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const name = starts.has(at) ? longestName(text, at, Math.min(most, text.length - at), table, starts) : undefined;
    if (name !== undefined) found.push({ entry: table.get(name)!, name, at });
    at += name?.length ?? 1;
  }
  return found;
}

function longestName(text: string, at: number, most: number, table: ReadonlyMap<string, unknown>, starts: Set<number>): string | undefined {
  for (let length = most; length > 0; length--) {
    const name = text.slice(at, at + length);
    if (!table.has(name)) continue;
    if (starts.has(at + length) || (length >= SURE_LENGTH && !RUNS_ON.test(text.slice(at + length)))) return name;
  }
  return undefined;
}

/** Where words begin, and the end. */
function wordStarts(text: string, language: PlanLanguage): Set<number> {
  const starts = new Set([0]);
  let at = 0;
  for (const { length } of segmentsOf(text, language)) {
    at += length;
    starts.add(at);
  }
  return starts;
}
