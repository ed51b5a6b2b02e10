/**
 * The layout of `wordnet.bin`, little-endian, every section padded to four bytes: lemma and synset counts (u32 x 2); ends of lemma names
 * (u32, n + 1); ends of lemma sense lists (u32, n + 1); senses (u32 synset numbers); ends of synset texts (u32, m + 1); ends of synset link
 * lists (u32, m + 1); links (u32: kind in the top byte, synset number below); tag counts of senses (u16); tag counts of the same lemma as
 * another part of speech (u16, n); lexicographer file numbers (u8, m); lemma names, sorted by bytes; synset texts `word|word<tab>gloss`.
 */
export const LINKS = [
  { kind: "hypernym", symbol: "@" },
  { kind: "instanceOf", symbol: "@i" },
  { kind: "hyponym", symbol: "~" },
  { kind: "instance", symbol: "~i" },
  { kind: "part", symbol: "%p" },
  { kind: "substance", symbol: "%s" },
  { kind: "member", symbol: "%m" },
  { kind: "partOf", symbol: "#p" },
  { kind: "substanceOf", symbol: "#s" },
  { kind: "memberOf", symbol: "#m" },
  { kind: "topic", symbol: ";c" },
  { kind: "usage", symbol: ";u" },
  { kind: "region", symbol: ";r" },
] as const;

/** How one synset points at another. */
export type LinkKind = (typeof LINKS)[number]["kind"];
