import { type ReadingWords, readingWords } from "./reading-words.ts";

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
  const say = readingWords(language);
  const reading: Reading = { tokens: [], owners: [] };
  for (const [index, word] of words.entries()) {
    const spoken = spell(word, words[index + 1] ?? "", say);
    for (const part of spoken.split(/\s+/)) addPart(reading, index, TO_ALPHABET[alphabet](part));
  }
  return reading;
}

/** A written word as words to say, with spaces between them and punctuation that makes a pause. */
function spell(word: string, next: string, say: ReadingWords): string {
  const clean = plainSigns(capLength(word, LONGEST_WRITTEN));
  const address = spellAddress(clean, say);
  if (address !== undefined) return address;
  const [, open, core, close] = /^([^\p{L}\p{N}]*)(.*?)([\])}'"»,;:!?]*)$/u.exec(clean)!;
  const short = core!.toLowerCase();
  const meant = say.before.find((rule) => rule.abbreviation === short && rule.next.test(next))?.say ?? own(say.abbreviations, short);
  if (meant !== undefined) return `${open}${meant}${close}`;
  return say.symbols
    .reduce((text, [sign, spoken]) => text.replace(sign, spoken), capLength(clean, LONGEST_WORD))
    .replace(/(?<=\D)\/|\/(?=\D)/g, " ")
    .replace(/[–—―]|--+|[[\]<>{}|\\^~_*`#&"]/g, (sign) => (/[–—―-]/.test(sign) ? ", " : " "));
}

/** Typographic signs as plain ones, without what has no sound: control and format characters, trade marks. */
function plainSigns(word: string): string {
  return word
    .replace(/[™®©\p{C}]/gu, "")
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

function addPart(reading: Reading, owner: number, part: string): void {
  const pause = pauseAt(part);
  const core = part.replace(/^[^\p{L}\p{N}$'¿¡]+/u, "").replace(/[^\p{L}\p{N}%$]+$/u, "");
  if (!SOUNDING.test(core)) {
    const last = reading.tokens.length - 1;
    if (pause && last >= 0 && SOUNDING.test(reading.tokens[last]!.slice(-1))) reading.tokens[last] += pause;
    return;
  }
  const pieces = splitLong(core);
  for (const [index, piece] of pieces.entries()) {
    reading.tokens.push(index === pieces.length - 1 ? piece + pause : piece);
    reading.owners.push(owner);
  }
}

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

function own(table: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
