import { WIDE } from "../domain/line-marks.ts";
import { cutAtWord } from "./hygiene.ts";
import type { PlanLanguage } from "./plan-language.ts";

const SMALL = new Set("a an the and but or nor for of in on at to by from with as into over vs is".split(" "));
const WIDE_SIGNS = new RegExp(WIDE, "gu");
const MAX_TITLE = 60;
/** Signs of Chinese and Japanese are twice as wide. */
const MAX_WIDE = 30;
const MARKED = { wide: /^(.{4,30}?)[。！？、，；：]/u, any: /^(.{12,60}?)[.!?;:,–—](?:\s|$)/u };

/** A title for a film from a prompt, a heading or a first sentence: at most 60 characters (30 of Chinese or Japanese), cut at words, in title case for English. */
export function toTitle(text: string, language: PlanLanguage): string {
  const line = text.replace(/\s+/g, " ").trim();
  const wide = (line.match(WIDE_SIGNS)?.length ?? 0) * 2 > line.length;
  const max = wide ? MAX_WIDE : MAX_TITLE;
  const first = line.length > max ? (MARKED[wide ? "wide" : "any"].exec(line)?.[1] ?? line) : line;
  const bare = first.replace(/[.,;:。、，；：]+$/u, "").replace(/^["“«「『„]([^"”»」』“]*)["”»」』“]$/u, "$1");
  return cutAtWord(language === "en" ? titleCase(rounded(bare, max)) : capitalised(rounded(bare, max)), max);
}

/** What a phrase begins with that says more of what stands before. */
const FURTHER =
  /^(of|in|on|at|to|by|from|with|near|into|over|under|after|before|through|that|which|who|when|while|because|and|but|de|del|en|a|al|con|por|para|sin|sobre|desde|hasta|que|y|pero|cuando|du|des|à|au|aux|avec|pour|par|sans|sur|dans|qui|et|mais|quand|im|am|an|auf|mit|von|vom|zu|zum|zur|für|ohne|und|aber|wenn|weil|nach|über|unter)$/iu;

/** A text too long for a title without its last phrases, where enough is left. */
function rounded(text: string, max: number): string {
  if (text.length <= max) return text;
  const list = text.split(" ");
  for (let at = list.length - 1; at > 1; at--) {
    const head = list.slice(0, at).join(" ");
    if (head.length <= max && FURTHER.test(list[at]!) && !FURTHER.test(list[at - 1]!)) return head.length > max * 0.4 ? head : text;
  }
  return text;
}

function titleCase(text: string): string {
  const list = text.split(" ");
  return list
    .map((word, index) => {
      const small = index > 0 && index < list.length - 1 && SMALL.has(word.toLowerCase()) && !/[:.!?]$/.test(list[index - 1]!);
      if (small && word === word.toLowerCase()) return word;
      return /^\p{Ll}+(?:['’-]\p{Ll}+)*[^\p{L}]*$/u.test(word) ? capitalised(word) : word;
    })
    .join(" ");
}

/** With the first letter upper-case. */
export function capitalised(text: string): string {
  return text.replace(/^(["'“‘«¿¡(]*)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
}
