import { japaneseSections, ROLES, type Role } from "./japanese-format.ts";

/** An entry as the search for the best reading needs it: its classes towards its neighbours and its cost. */
export type Entry = { left: number; right: number; cost: number; role: Role; kana: string };

/** Japanese words with their readings. */
export type JapaneseDictionary = {
  /** Tells each word that begins at `at`, by its length in UTF-16 units, the shortest first. */
  wordsAt(text: string, at: number, tell: (length: number, firstEntry: number, endEntry: number) => void): void;
  entry(index: number): Entry;
  /** What it costs to say a word of class `left` after one of class `right`. */
  connection(right: number, left: number): number;
};

const KATAKANA = 0x30a0;

/** Opens `japanese.bin`, which is searched where it lies: some 25 MB. */
export function openJapanese({ buffer, byteOffset }: Uint8Array<ArrayBuffer>): JapaneseDictionary {
  const [surfaces, entries, classes, readings] = new Uint32Array(buffer, byteOffset, 4) as unknown as [number, number, number, number];
  const places = japaneseSections(surfaces, entries, classes, readings);
  const surfaceStarts = new Uint32Array(buffer, byteOffset + places.surfaceStarts, surfaces + 1);
  const entryStarts = new Uint32Array(buffer, byteOffset + places.entryStarts, surfaces + 1);
  const readingStarts = new Uint32Array(buffer, byteOffset + places.readingStarts, entries);
  const connections = new Int16Array(buffer, byteOffset + places.connections, classes ** 2);
  const [lefts, rights] = [places.lefts, places.rights].map((at) => new Uint16Array(buffer, byteOffset + at, entries)) as [
    Uint16Array,
    Uint16Array,
  ];
  const costs = new Int16Array(buffer, byteOffset + places.costs, entries);
  const roles = new Uint8Array(buffer, byteOffset + places.roles, entries);
  const kana = new Uint8Array(buffer, byteOffset + places.kana, readings);
  const text = new Uint16Array(buffer, byteOffset + places.text, surfaceStarts[surfaces]!);

  /** The letter at a place of a surface; -1 after its end. */
  const letterOf = (surface: number, depth: number): number => {
    const at = surfaceStarts[surface]! + depth;
    return at < surfaceStarts[surface + 1]! ? text[at]! : -1;
  };
  /** The first surface from `low` whose letter at `depth` is `letter` or more. */
  const firstWith = (letter: number, depth: number, low: number, high: number): number => {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (letterOf(middle, depth) < letter) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    wordsAt(sentence, at, tell) {
      let [low, high] = [0, surfaces];
      for (let depth = 0; at + depth < sentence.length && low < high; depth++) {
        const letter = sentence.charCodeAt(at + depth);
        low = firstWith(letter, depth, low, high);
        high = firstWith(letter + 1, depth, low, high);
        if (low < high && letterOf(low, depth + 1) === -1) tell(depth + 1, entryStarts[low]!, entryStarts[low + 1]!);
      }
    },
    entry: (index) => ({
      left: lefts[index]!,
      right: rights[index]!,
      cost: costs[index]!,
      role: ROLES[roles[index]!]!,
      kana: readKana(kana, readingStarts[index]!),
    }),
    connection: (right, left) => connections[right * classes + left]!,
  };
}

function readKana(bytes: Uint8Array, from: number): string {
  let kana = "";
  for (let at = from; bytes[at]; at++) kana += String.fromCharCode(KATAKANA + bytes[at]!);
  return kana;
}
