import { KinoraError } from "../domain/error.ts";

/** Bidirectional marks, embeddings, overrides and isolates; Arabic letter mark. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Zero-width and other invisible characters without a use in running text. */
const INVISIBLE = /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
/** Controls except tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}]|\p{Cs}/gu;
/** A joiner that joins nothing: it belongs between emoji or inside a word of a script that shapes its letters. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{L}|\p{M})\u200d|\u200d(?![\p{Extended_Pictographic}\p{L}])/gu;
const LATIN_JOINER =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d])[\u200c\u200d]|[\u200c\u200d](?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d])/gu;
const LOOSE_NON_JOINER = /(?<![\p{L}\p{M}])\u200c|\u200c(?!\p{L})/gu;
/** Language tags; only a black flag may be followed by them. */
const LOOSE_TAGS = /(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0000}-\u{e007f}]+/gu;

/** Text fit to be shown and spoken: NFC, without controls, bidi overrides and invisible characters, line ends as `\n`. What remains is literal. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, "\n")
    .replace(NONCHARACTERS, "")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .replace(INVISIBLE, "")
    .replace(LOOSE_TAGS, "")
    .replace(LATIN_JOINER, "")
    .replace(LOOSE_JOINER, "")
    .replace(LOOSE_NON_JOINER, "")
    .replace(/[^\S\n]/g, " ")
    .normalize("NFC");
}

/** Clean text on one line, white space folded. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** Whether anything visible remains after cleaning: a letter, digit, sign or emoji. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(cleanText(text));
}

/** Throws `invalid_request` with a sentence that says what to do when nothing visible remains of a prompt or script. */
export function requireWords(what: "prompt" | "script", text: string): void {
  if (hasWords(text)) return;
  const found = text === "" ? "empty" : /^\s*$/u.test(text) ? "only white space" : "only invisible characters";
  const example =
    what === "prompt" ? "Say what the film is about, for example: A sunset over the ocean." : "Write at least one word to be spoken.";
  throw new KinoraError("invalid_request", `The ${what} is ${found}. ${example}`);
}

/** Length in Unicode code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The first `max` code points at most, cut at a word where there is one, with an ellipsis when something is missing. */
export function cutAtWord(text: string, max: number): string {
  const points = [...text];
  if (points.length <= max) return text;
  const head = points.slice(0, max - 1).join("");
  const space = head.lastIndexOf(" ");
  const cut = space > max * 0.4 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:–—-]+$/u, "")}…`;
}
