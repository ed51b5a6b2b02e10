import { eachLanguage, type PlanLanguage } from "./plan-language.ts";

/** Always followed by the name they belong to. */
const NEVER_LAST = new Set(
  `mr mrs ms mx dr prof rev fr gen col capt cmdr lt sgt hon pres gov sen st mt vs e.g i.e cf dept sr sra srta sres dra lic ing d dña ud uds
  p.ej ej ee avda rdo excmo`.split(/\s+/),
);
/** Abbreviations when a number follows, words otherwise. */
const BEFORE_NUMBERS = new Set("no nos fig figs vol ch p pp pág págs núm art cap sec ca approx aprox tel".split(" "));
/** May end a sentence: what follows decides. */
const MAYBE_LAST = new Set(
  `etc inc ltd co corp jr bros a.m p.m b.c a.d u.s u.k u.n e.u d.c ph.d m.d b.a jan feb mar apr jun jul aug sept sep oct nov dec a.c d.c
  ee.uu s.a al`.split(/\s+/),
);
const STARTERS = new Set(
  `the a an this that these those it he she they we you i in on at but and so then there here however when while if as after before for from with
  our my his her its their many some most all what why how who where today now el la los las un una este esta esto eso en y pero así luego cuando
  mientras si como después antes para con por sus su mi nuestro muchos hoy ahora se no es le les un une ce cette ces il elle ils elles nous vous je
  on et mais puis alors quand si dans pour avec sur c'est der die das ein eine er sie wir ich und aber dann wenn als mit für auf hier heute nun`.split(
    /\s+/,
  ),
);

/** What French and German add, where the same letters are words elsewhere. */
const OWN: Partial<Record<PlanLanguage, ReadonlySet<string>>> = {
  fr: new Set("m mm mme mmes mlle mlles me ste av bd p.ex éd ex env".split(" ")),
  de: new Set("z b d h u a z.b d.h u.a s.o s.u bzw ca hr fr dipl ing abb bd evtl ggf inkl vgl nr str hl sog zzt geb max min".split(" ")),
};

const SEGMENTERS = eachLanguage((language) => new Intl.Segmenter(language, { granularity: "sentence" }));

/** Where a sentence ends in Chinese and Japanese: after the full stop and what closes with it, unless the quote is only a part of the sentence. */
const WIDE_END =
  /(?<=[。！？｡][。！？!?｡…]*[」』）”’】》〉"')\]]*)(?![。！？!?｡…」』）”’】》〉"')\]])(?!(?<=[」』”’])(?:と|って|など|が|は|を|も|の|に|で|，|、|,))/u;

/** The sentences of a paragraph, in order; joined by single spaces (by nothing after 。！？) they are the paragraph with its white space folded. */
export function splitSentences(paragraph: string, language: PlanLanguage): string[] {
  const text = paragraph.replace(/\s+/g, " ").trim();
  return text
    .split(WIDE_END)
    .flatMap((stretch) => splitSpaced(stretch, language))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function splitSpaced(text: string, language: PlanLanguage): string[] {
  const sentences: string[] = [];
  for (const { segment } of SEGMENTERS[language].segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && continues(last, segment, language)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}

/** Whether what stands after `before` still belongs to the same sentence. */
function continues(before: string, after: string, language: PlanLanguage): boolean {
  if (/[。！？]["'”’»)\]」』]*$/u.test(before)) return true;
  if (!/\s$/u.test(before)) return !/[.!?…]["'”’»)\]]*$/u.test(before) || /^[\p{L}\p{N}]/u.test(after);
  if (/^[»”)\]]/u.test(after)) return true;
  const tail = /(\S+)\s*$/u.exec(before.slice(-40))?.[1] ?? "";
  const next = /^["'“‘«¿¡([]*([\p{L}\p{N}]\S*)/u.exec(after.slice(0, 60))?.[1];
  if (next === undefined) return !/\p{L}|\p{N}/u.test(after);
  if (/^\p{Ll}/u.test(next)) return true;
  if (!tail.endsWith(".")) return false;
  const word = tail
    .replace(/^["'“‘«¿¡([]+/u, "")
    .slice(0, -1)
    .toLowerCase();
  if (BEFORE_NUMBERS.has(word) && /^\d/.test(next)) return true;
  if (OWN[language]?.has(word) || (language === "de" && /^\d{1,2}$/.test(word))) return true;
  if (NEVER_LAST.has(word) || /^\d{1,3}$/.test(before.trim().slice(0, -1))) return true;
  if (/^\p{Lu}$/u.test(tail.slice(0, -1)) && tail !== "I.") return true;
  const abbreviation = MAYBE_LAST.has(word) || /^(\p{L}\.)+\p{L}$/u.test(word);
  return abbreviation && !STARTERS.has(next.toLowerCase().replace(/[^\p{L}]/gu, ""));
}
