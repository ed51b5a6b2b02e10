import { primaryLanguage } from "../../../domain/language-tag.ts";
import type { SceneFacts } from "../../../domain/picture.ts";

/** Films whose scenes are steps, by their titles: the parts of others are parts. */
const HOW_TO =
  /\b(how to|steps?|recipe|guide|tutorial|tips?|tricks?|make|bake|cook|build|cómo|pasos?|receta|guía|consejos?|trucos?|étapes?|recette|conseils?|astuces?|schritte?n?|rezept|anleitung|tipps?|so geht)\b|\b(comment|wie (?:\p{L}+ )?(?:man|du|sie|ich)\b|in \d+ min)|方法|作り方|手順|レシピ|コツ|やり方|ステップ|如何|怎么|怎样|步骤|做法|食谱|技巧/iu;

const PARTS: Record<string, (index: number, count: number) => string> = {
  en: (index, count) => `PART ${index} OF ${count}`,
  es: (index, count) => `PARTE ${index} DE ${count}`,
  fr: (index, count) => `PARTIE ${index} SUR ${count}`,
  de: (index, count) => `TEIL ${index} VON ${count}`,
  it: (index, count) => `PARTE ${index} DI ${count}`,
  pt: (index, count) => `PARTE ${index} DE ${count}`,
  ja: (index, count) => `パート ${index} / ${count}`,
  zh: (index, count) => `第 ${index} 部分，共 ${count} 部分`,
};

const STEPS: Record<string, (index: number, count: number) => string> = {
  en: (index, count) => `STEP ${index} OF ${count}`,
  es: (index, count) => `PASO ${index} DE ${count}`,
  fr: (index, count) => `ÉTAPE ${index} SUR ${count}`,
  de: (index, count) => `SCHRITT ${index} VON ${count}`,
  it: (index, count) => `PASSO ${index} DI ${count}`,
  pt: (index, count) => `PASSO ${index} DE ${count}`,
  ja: (index, count) => `ステップ ${index} / ${count}`,
  zh: (index, count) => `第 ${index} 步，共 ${count} 步`,
};

/** Which step of how many, or which part where the film's title promises no steps, in words; figures alone in languages without words for it, nothing when there is but one. */
export function stepText(step: SceneFacts["step"], title: string, language: string): string {
  if (!step || step.count < 2) return "";
  const words = HOW_TO.test(title) ? STEPS : PARTS;
  return words[primaryLanguage(language)]?.(step.index, step.count) ?? `${step.index} / ${step.count}`;
}
