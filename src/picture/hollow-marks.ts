import { primaryLanguage } from "../domain/language-tag.ts";

/** Full-width marks fill half of their square; where the empty half meets another mark, it is left out (JIS X 4051, 4.7). In em. */
export const HALF_EM = 0.5;

type Marks = { opening: RegExp; closing: RegExp };

/** Marks that are full-width in every font that has them. */
const ALWAYS: Marks = { opening: /^[「『（【〈《〔｛［]/u, closing: /[、。，．」』）】〉》〕｝］]$/u };
/** Where quotation marks are full-width too; Chinese sets all its stops to the left of their squares. */
const OWN: Record<string, Marks> = {
  ja: { opening: /^[「『（【〈《〔｛［“]/u, closing: /[、。，．」』）】〉》〕｝］”]$/u },
  zh: { opening: /^[「『（【〈《〔｛［“]/u, closing: /[、。，．：；！？」』）】〉》〕｝］”]$/u },
};
const marksOf = (language: string): Marks => OWN[primaryLanguage(language)] ?? ALWAYS;

/** How much is empty before a text in a language (BCP 47) that begins with an opening mark, in em. */
export const emptyBefore = (text: string, language: string): number => (marksOf(language).opening.test(text) ? HALF_EM : 0);

/** How much is empty after a text that ends with a closing mark, in em. */
export const emptyAfter = (text: string, language: string): number => (marksOf(language).closing.test(text) ? HALF_EM : 0);

/** Whether half an em is left out between two texts: after a closing mark before any other, before an opening one after another. */
export function meetTightly(before: string, after: string, language: string): boolean {
  const { opening, closing } = marksOf(language);
  if (closing.test(before)) return opening.test(after) || closing.test(after[0] ?? "");
  return opening.test(before.slice(-1)) && opening.test(after);
}
