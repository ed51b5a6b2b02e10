import { PLAN_LANGUAGES, type PlanLanguage } from "./plan-language.ts";
/** Names of emoji by their character without variation selectors, in the order of `PLAN_LANGUAGES`. What `emoji.json` holds. */
export type EmojiNames = Record<string, string[]>;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const SKIN = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;

/** Whether a grapheme is an emoji and not a digit, a letter or a sign that merely may become one. */
function isEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(grapheme) && !/^[©®™]$/u.test(grapheme);
}

/** A text without its emoji, white space folded, and the emoji in order. */
export function partEmoji(text: string): { text: string; emoji: string[] } {
  const emoji: string[] = [];
  let rest = "";
  for (const { segment } of graphemes.segment(text)) {
    if (isEmoji(segment)) emoji.push(segment);
    rest += isEmoji(segment) ? " " : segment;
  }
  return { text: rest.replace(/\s+/g, " ").trim(), emoji };
}

const UNNAMED: Record<PlanLanguage, string> = { en: "emoji", es: "emoji", fr: "émoji", de: "Emoji", ja: "絵文字", zh: "表情" };

/** What an emoji is called; "emoji" when it is too new to have a name here. */
export function emojiName(emoji: string, names: EmojiNames, language: PlanLanguage): string {
  const bare = emoji.replaceAll("\ufe0f", "");
  const found = names[bare] ?? names[emoji.replace(SKIN, "")];
  return found?.[PLAN_LANGUAGES.indexOf(language)] ?? found?.[0] ?? UNNAMED[language];
}

/** The built-in picture of an emoji: its English name in kebab case. */
export function emojiPicture(emoji: string, names: EmojiNames): string {
  return emojiName(emoji, names, "en")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
