import { PLAN_LANGUAGES } from "../language/plan-language.ts";
import type { Pack } from "./pack.ts";

type Emoji = { unicode: string; label: string };
const read = async (language: string): Promise<Emoji[]> => Bun.file(`node_modules/emojibase-data/${language}/compact.json`).json();

/** The names of emoji in the planner's languages: `{"🐋": ["whale", "ballena", …]}`, keys without variation selectors. */
export const pack: Pack = async () => {
  const labels = await Promise.all(
    PLAN_LANGUAGES.map(async (language) => new Map((await read(language)).map(({ unicode, label }) => [unicode, label]))),
  );
  const [english] = labels;
  const names = [...english!].map(([unicode, label]) => [
    unicode.replaceAll("\ufe0f", ""),
    labels.map((names) => names.get(unicode) ?? label),
  ]);
  return { "emoji.json": new TextEncoder().encode(JSON.stringify(Object.fromEntries(names))) };
};
