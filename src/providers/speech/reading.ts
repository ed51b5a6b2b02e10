import { primaryLanguage } from "../../domain/language-tag.ts";
import { own, sayAmount } from "./amounts.ts";
import type { ReadingWords } from "./reading-rules.ts";
import { readingWords } from "./reading-words.ts";

/** Written words as an engine is given them: tokens without white space or markup, and for each the written word it comes from. */
export type Reading = { tokens: string[]; owners: number[] };

/** What an engine can say: any letter, Latin letters, or plain ASCII with other Latin letters brought down to it. What it cannot say is silent. */
export type Alphabet = "any" | "latin" | "ascii";

const LONGEST_WRITTEN = 512;
const LONGEST_WORD = 64;
const LONGEST_PIECE = 32;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SOUNDING = /[\p{L}\p{N}]/u;

/** How written words are read aloud. A word may give several tokens ("5 €" said as two) or none (an emoji, a dash). A word beyond 64 letters is read to there. */
export function readAloud(words: string[], language: string, alphabet: Alphabet): Reading {
  const say = readingWords(primaryLanguage(language));
  const reading: Reading = { tokens: [], owners: [] };
  for (const [index, word] of words.entries()) {
    const spoken = spell(word, { previous: bare(words[index - 1]), next: bare(words[index + 1]) }, say);
    for (const part of spoken.split(/\s+/)) addPart(reading, index, TO_ALPHABET[alphabet](part));
  }
  return reading;
}

/** Abbreviations whose full stop ends the sentence too, unless it goes on in small letters. */
const ENDINGS = /^(?:etc|usw|inc|ltd|corp|jr)\.$/i;

type Neighbours = { previous: string; next: string };

/** A neighbour without signs around it that no rule asks for. */
const bare = (word = ""): string => plainSigns(capLength(word, LONGEST_WORD)).replace(/^[("'¿¡]+|[)"',;:!?]+$/g, "");

/** A written word as words to say, with spaces between them and punctuation that makes a pause. */
function spell(word: string, around: Neighbours, say: ReadingWords): string {
  const clean = plainSigns(capLength(word, LONGEST_WRITTEN));
  const address = spellAddress(clean, say);
  if (address !== undefined) return address;
  const [, open, core, close] = /^([^\p{L}\p{N}$€£¥%°§−-]*)(.*?)([\])}'"»,;:!?]*)$/u.exec(clean)!;
  const meant = meaning(core!, around, say);
  if (meant !== undefined) return `${open}${meant}${ENDINGS.test(core!) && !/^\p{Ll}/u.test(around.next) ? "." : ""}${close}`;
  const stopped = core!.endsWith(".") ? meaning(core!.slice(0, -1), around, say) : undefined;
  if (stopped !== undefined) return `${open}${stopped}.${close}`;
  return say.symbols
    .reduce((text, [sign, spoken]) => text.replace(sign, spoken), capLength(clean, LONGEST_WORD))
    .replace(/(?<=\D)\/|\/(?=\D)/g, " ")
    .replace(/[–—―]|--+|[[\]<>{}|\\^~_*`#&"]/g, (sign) => (/[–—―-]/.test(sign) ? ", " : " "));
}

/** What a word stands for: by its neighbours, as an abbreviation, or as an amount of something. */
function meaning(core: string, { previous, next }: Neighbours, say: ReadingWords): string | undefined {
  for (const rule of say.rules) {
    const groups = rule.word.exec(core);
    if (!groups || (rule.previous && !rule.previous.test(previous)) || (rule.next && !rule.next.test(next))) continue;
    return typeof rule.say === "string" ? core.replace(rule.word, rule.say) : rule.say(groups.slice(1), previous);
  }
  return own(say.abbreviations, core.toLowerCase()) ?? sayAmount(core, { previous, next }, say);
}

/** Typographic signs as plain ones, without what has no sound: control and format characters, trade marks. */
function plainSigns(word: string): string {
  return word
    .replace(/[™®©\p{C}]/gu, "")
    .replace(/(?<=\d)[½¼¾⅓⅔]/gu, " & $&")
    .normalize("NFKC")
    .replace(/⁄/g, "/")
    .replace(/[‘’ʼ‛′]/g, "'")
    .replace(/[。．]/g, ". ")
    .replace(/[、，]/g, ", ")
    .replace(/…|\.\.\.+/g, ", ")
    .replace(/[“”„"«»()]/g, (sign) => (sign === ")" ? ")" : '"'));
}

/** Web and mail addresses, read with their dots. */
function spellAddress(word: string, say: ReadingWords): string | undefined {
  const found = /^\W*(?:https?:\/\/)?(?:www\.)?((?:[\w-]+@)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?)$/i.exec(
    word.replace(/[.,;:!?)'"]+$/, ""),
  );
  if (!found || !/https?:|www\.|@|\.(?:com|org|net|io|edu|gov|dev|es|info)\b/i.test(word)) return undefined;
  const end = /[.,;:!?]+$/.exec(word)?.[0] ?? "";
  const parts = capLength(found[1]!, LONGEST_WORD)
    .replace(/\./g, ` ${say.dot} `)
    .replace(/@/g, ` ${say.at} `)
    .replace(/\/(?=\S)/g, ` ${say.slash} `);
  return parts.replace(/[^\p{L}\p{N}\s.]+/gu, " ").trim() + end;
}

/** Scripts without spaces have words as long as paragraphs; those are kept. */
function capLength(word: string, longest: number): string {
  return word.length <= longest || UNSPACED.test(word) ? word : word.slice(0, longest);
}

/** Adds what one word gives: `part` holds no white space, and signs at its end make a pause. */
export function addPart(reading: Reading, owner: number, part: string): void {
  const pause = pauseAt(part);
  const core = part.replace(/^[^\p{L}\p{N}$'¿¡]+/u, "").replace(/[^\p{L}\p{N}%$]+$/u, "");
  if (!SOUNDING.test(core)) {
    const last = reading.tokens.length - 1;
    if (pause && last >= 0 && SOUNDING.test(reading.tokens[last]!.slice(-1))) reading.tokens[last] += pause;
    return;
  }
  const last = reading.tokens.length - 1;
  if (runsOn(reading.tokens[last] ?? "", core) && reading.owners[last] !== owner) reading.tokens[last] += ",";
  const pieces = splitLong(core);
  for (const [index, piece] of pieces.entries()) {
    reading.tokens.push(index === pieces.length - 1 ? piece + pause : piece);
    reading.owners.push(owner);
  }
}

/** Two numbers side by side, which a voice would take for one: 2026 and 150, but not the 10 and 000 of ten thousand. */
const runsOn = (before: string, after: string): boolean =>
  /\d$/.test(before) && /^\d/.test(after) && !(/^\d{1,3}$/.test(before) && /^\d{3}(?!\d)/.test(after));

/** The sign at the end that makes a pause, the strongest one; the stops of "U.S." stay. */
function pauseAt(part: string): string {
  const signs = /[^\p{L}\p{N}]*$/u.exec(part)![0];
  return [..."?!.;:,"].find((sign) => signs.includes(sign)) ?? "";
}

function splitLong(core: string): string[] {
  const pieces = core.match(new RegExp(`.{1,${LONGEST_PIECE}}`, "gsu")) ?? [];
  return pieces.filter((piece) => SOUNDING.test(piece));
}

const SPECIAL: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  ø: "o",
  Ø: "O",
  œ: "oe",
  Œ: "Oe",
  ł: "l",
  Ł: "L",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const TO_ALPHABET: Record<Alphabet, (part: string) => string> = {
  any: (part) => part,
  latin: (part) => part.replace(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu, ""),
  ascii: toAscii,
};

function toAscii(part: string): string {
  const plain = part.normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\x20-\x7e]/gu, (letter) => SPECIAL[letter] ?? "");
}
