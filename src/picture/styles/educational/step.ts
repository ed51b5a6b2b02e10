import { primaryLanguage } from "../../../domain/language-tag.ts";
import type { SceneFacts } from "../../../domain/picture.ts";

const WORDS: Record<string, (index: number, count: number) => string> = {
  en: (index, count) => `STEP ${index} OF ${count}`,
  es: (index, count) => `PASO ${index} DE ${count}`,
  fr: (index, count) => `ÉTAPE ${index} SUR ${count}`,
  de: (index, count) => `SCHRITT ${index} VON ${count}`,
  it: (index, count) => `PASSO ${index} DI ${count}`,
  pt: (index, count) => `PASSO ${index} DE ${count}`,
  ja: (index, count) => `ステップ ${index} / ${count}`,
  zh: (index, count) => `第 ${index} 步，共 ${count} 步`,
};

/** Which step of how many, in words; figures alone in languages without words for it, nothing when there is but one. */
export function stepText(step: SceneFacts["step"], language: string): string {
  if (!step || step.count < 2) return "";
  return WORDS[primaryLanguage(language)]?.(step.index, step.count) ?? `${step.index} / ${step.count}`;
}
