/** A stretch of a text without spaces: as it is written, as it is to be said, and the pause after it ("," "." "?" "!") if any. */
export type Segment = { text: string; say: string; pause: string };

/** The strongest pause that signs ask for, as one of `?`, `!`, `.`, `;`, `:` and `,`; nothing when they ask for none. */
export function pauseOf(signs: string): string {
  const plain = signs
    .replace(/[。．｡]/g, ".")
    .replace(/[、，､…‥—–―]/g, ",")
    .replace(/？/g, "?")
    .replace(/！/g, "!")
    .replace(/：/g, ":")
    .replace(/；/g, ";");
  return [..."?!.;:,"].find((sign) => plain.includes(sign)) ?? "";
}

/** Signs that stand before what they belong to. */
export const OPENING = /^[([{<「『（【〈《〔“‘«¿¡#@]+$/;
