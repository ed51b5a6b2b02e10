/** What a voice says of itself, three or four seconds of it, by language. */
const SAMPLE_TEXTS: Readonly<Record<string, string>> = {
  en: "Every river has a story. This is how I would tell it to you.",
  es: "Cada río tiene su historia. Así es como yo te la contaría.",
  fr: "Chaque rivière a son histoire. Voici comment je la raconterais.",
  de: "Jeder Fluss hat eine Geschichte. So würde ich sie erzählen.",
  it: "Ogni fiume ha una storia. Ecco come la racconterei io.",
  pt: "Cada rio tem a sua história. É assim que eu a contaria.",
  ja: "川には物語があります。お聞かせしましょう。",
  zh: "每条河都有一个故事。我会这样讲给你听。",
};

/** The words of a voice's sample in a language, which is the first part of a BCP 47 tag; English for a language that has none. */
export const sampleText = (language: string): string => SAMPLE_TEXTS[language] ?? SAMPLE_TEXTS.en!;
