import type { Pack } from "./pack.ts";

type Emoji = { unicode: string; label: string };
const read = async (language: string): Promise<Emoji[]> => Bun.file(`node_modules/emojibase-data/${language}/compact.json`).json();

/** The names of emoji in the languages that are spoken: `{"🐋": ["whale", "ballena"]}`, keys without variation selectors. */
export const pack: Pack = async () => {
  const spanish = new Map((await read("es")).map((emoji) => [emoji.unicode, emoji.label]));
  const names = (await read("en")).map(({ unicode, label }): [string, [string, string]] => [
    unicode.replaceAll("\ufe0f", ""),
    [label, spanish.get(unicode) ?? label],
  ]);
  return { "emoji.json": new TextEncoder().encode(JSON.stringify(Object.fromEntries(names))) };
};
