import { LINKS, type LinkKind } from "./wordnet-format.ts";

/** One meaning: the words that share it, its gloss as printed (definition; "examples") and its lexicographer file. */
export type Synset = { id: number; words: string[]; gloss: string; field: number };

/** One meaning of a word, with how often it was met in the tagged texts that WordNet counts. */
export type Sense = { synset: number; count: number };

/** WordNet's nouns, searched where they lie. Ids are numbers of synsets in the file. */
export type WordNet = {
  /** The noun senses of a lower-case lemma, most used first; empty when it is no noun. */
  senses(lemma: string): Sense[];
  /** How often the lemma was counted as a verb, adjective or adverb. */
  elsewhere(lemma: string): number;
  synset(id: number): Synset;
  linked(id: number, kind: LinkKind): number[];
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Opens the bytes of `wordnet.bin` (made by `src/build/pack-wordnet.ts`) without copying them. */
export function openWordNet(bytes: Uint8Array): WordNet {
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const read = sectionReader(file);
  const [lemmaCount, synsetCount] = read.u32(2) as unknown as [number, number];
  const nameEnds = read.u32(lemmaCount + 1);
  const senseEnds = read.u32(lemmaCount + 1);
  const senses = read.u32(senseEnds[lemmaCount]!);
  const textEnds = read.u32(synsetCount + 1);
  const linkEnds = read.u32(synsetCount + 1);
  const links = read.u32(linkEnds[synsetCount]!);
  const counts = read.u16(senses.length);
  const elsewhere = read.u16(lemmaCount);
  const fields = read.u8(synsetCount);
  const names = read.u8(nameEnds[lemmaCount]!);
  const texts = read.u8(textEnds[synsetCount]!);

  const find = (lemma: string): number => {
    const wanted = encoder.encode(lemma);
    let low = 0;
    let high = lemmaCount - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareBytes(names, nameEnds[middle]!, nameEnds[middle + 1]!, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return {
    senses(lemma) {
      const at = find(lemma);
      if (at < 0) return [];
      const result: Sense[] = [];
      for (let index = senseEnds[at]!; index < senseEnds[at + 1]!; index++) result.push({ synset: senses[index]!, count: counts[index]! });
      return result;
    },
    elsewhere(lemma) {
      const at = find(lemma);
      return at < 0 ? 0 : elsewhere[at]!;
    },
    synset(id) {
      const [words = "", gloss = ""] = decoder.decode(texts.subarray(textEnds[id]!, textEnds[id + 1]!)).split("\t");
      return { id, words: words.split("|"), gloss, field: fields[id]! };
    },
    linked(id, kind) {
      const code = LINKS.findIndex((link) => link.kind === kind);
      const result: number[] = [];
      for (let index = linkEnds[id]!; index < linkEnds[id + 1]!; index++)
        if (links[index]! >>> 24 === code) result.push(links[index]! & 0xffffff);
      return result;
    },
  };
}

function sectionReader(file: Uint8Array) {
  let at = file.byteOffset;
  const take = (byteLength: number) => {
    const from = at;
    at += Math.ceil(byteLength / 4) * 4;
    return from;
  };
  return {
    u32: (count: number) => new Uint32Array(file.buffer, take(count * 4), count),
    u16: (count: number) => new Uint16Array(file.buffer, take(count * 2), count),
    u8: (count: number) => new Uint8Array(file.buffer, take(count), count),
  };
}

/** Below 0 when `bytes[from..to)` sorts before `wanted`, above 0 after, 0 when equal. */
function compareBytes(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): number {
  const shared = Math.min(to - from, wanted.length);
  for (let index = 0; index < shared; index++) {
    const difference = bytes[from + index]! - wanted[index]!;
    if (difference !== 0) return difference;
  }
  return to - from - wanted.length;
}
