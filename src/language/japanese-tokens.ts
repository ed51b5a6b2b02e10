import type { Entry, JapaneseDictionary } from "./japanese-dictionary.ts";
import { NOUN_CLASS, type Role } from "./japanese-format.ts";

/** A word of a sentence: from one UTF-16 unit to another, and how it sounds in katakana; nothing for signs and for what has no known sound. */
export type Token = { from: number; to: number; kana: string; role: Role };

/** A stretch whose reading is known already, a number for instance. Stretches are in order and do not overlap. */
export type Fixed = Token & { left: number; right: number };

type Node = Fixed & { total: number; before: Node | undefined };

/** Letters that go together in a word no dictionary has, and what such a word costs. Costs: IPADIC's `unk.def`. */
const UNKNOWN = [
  { letters: /[ァ-ヺー・]+/y, cost: 9_461, always: true, role: "noun" },
  { letters: /[A-Za-zÀ-ɏ]+/y, cost: 13_398, always: true, role: "noun" },
  { letters: /[ぁ-ゖ]{1,2}/y, cost: 13_069, always: false, role: "noun" },
  { letters: /\p{Script=Han}/uy, cost: 11_426, always: false, role: "noun" },
  { letters: /./suy, cost: 17_585, always: false, role: "sign" },
] as const;

/**
 * A sentence as words, by the cheapest way through the dictionary: costs of words and of neighbours, as MeCab weighs them
 * (Kudo and others, "Applying Conditional Random Fields to Japanese Morphological Analysis", 2004). Time grows with the length of the text.
 */
export function toTokens(text: string, dictionary: JapaneseDictionary, fixed: readonly Fixed[] = []): Token[] {
  const endingAt = new Map<number, Node[]>([
    [0, [{ from: 0, to: 0, kana: "", role: "sign", left: 0, right: 0, total: 0, before: undefined }]],
  ]);
  const known = new Map(fixed.map((stretch) => [stretch.from, stretch]));
  for (let at = 0; at < text.length; at++) {
    const before = endingAt.get(at);
    if (!before) continue;
    const add = (entry: Omit<Node, "from" | "total" | "before">, cost: number) => {
      const node = { ...entry, from: at, ...cheapestBefore(before, entry.left, cost, dictionary) };
      const others = endingAt.get(node.to);
      if (others) others.push(node);
      else endingAt.set(node.to, [node]);
    };
    const stretch = known.get(at);
    if (stretch) add(stretch, 0);
    else addWords(text, at, dictionary, nextFixed(fixed, at, text.length), add);
  }
  return backFrom(cheapestBefore(endingAt.get(text.length) ?? [], 0, 0, dictionary).before);
}

const nextFixed = (fixed: readonly Fixed[], at: number, end: number): number => fixed.find((stretch) => stretch.from > at)?.from ?? end;

type Add = (entry: Omit<Node, "from" | "total" | "before">, cost: number) => void;

function addWords(text: string, at: number, dictionary: JapaneseDictionary, end: number, add: Add): void {
  let found = false;
  dictionary.wordsAt(text, at, (length, first, last) => {
    if (at + length > end) return;
    found = true;
    for (let index = first; index < last; index++) {
      const entry: Entry = dictionary.entry(index);
      add({ ...entry, to: at + length }, entry.cost);
    }
  });
  for (const { letters, cost, always, role } of UNKNOWN) {
    if (found && !always) continue;
    letters.lastIndex = at;
    const word = letters.exec(text.slice(0, end))?.[0];
    if (!word) continue;
    add({ to: at + word.length, kana: toKatakana(word), role, left: NOUN_CLASS, right: NOUN_CLASS }, cost);
    return;
  }
}

/** The kana of a word as katakana; other letters have no sound here. */
export function toKatakana(word: string): string {
  return word.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60)).replace(/[^ァ-ヺー]/g, "");
}

function cheapestBefore(nodes: Node[], left: number, cost: number, { connection }: JapaneseDictionary) {
  let best: { total: number; before: Node | undefined } = { total: Number.POSITIVE_INFINITY, before: undefined };
  for (const before of nodes) {
    const total = before.total + connection(before.right, left) + cost;
    if (total < best.total) best = { total, before };
  }
  return best;
}

function backFrom(last: Node | undefined): Token[] {
  const tokens: Token[] = [];
  for (let node = last; node && node.to > 0; node = node.before) {
    tokens.unshift({ from: node.from, to: node.to, kana: node.kana, role: node.role });
  }
  return tokens;
}
