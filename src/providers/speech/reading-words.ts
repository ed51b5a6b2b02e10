/** How a language says what is not written as a word. Abbreviations are in lower case with their full stops. */
export type ReadingWords = {
  abbreviations: Record<string, string>;
  /** Abbreviations that mean this only before the pattern. */
  before: { abbreviation: string; next: RegExp; say: string }[];
  /** Replacements inside a word, in order. */
  symbols: [RegExp, string][];
  dot: string;
  slash: string;
  at: string;
};

const PLAIN: ReadingWords = { abbreviations: {}, before: [], symbols: [], dot: ".", slash: " ", at: " " };

const ENGLISH: ReadingWords = {
  abbreviations: {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "vs.": "versus",
    "approx.": "approximately",
    "mr.": "mister",
    "mrs.": "missus",
    "ms.": "miz",
    "dr.": "doctor",
    "prof.": "professor",
    "gen.": "general",
    "capt.": "captain",
    "lt.": "lieutenant",
    "sgt.": "sergeant",
    "jr.": "junior",
    "sr.": "senior",
    "mt.": "mount",
    "ave.": "avenue",
    "blvd.": "boulevard",
    "inc.": "incorporated",
    "ltd.": "limited",
    "corp.": "corporation",
    "dept.": "department",
    lead: "leed",
  },
  before: [
    { abbreviation: "st.", next: /^\p{Lu}/u, say: "saint" },
    { abbreviation: "no.", next: /^\d/, say: "number" },
    { abbreviation: "fig.", next: /^\d/, say: "figure" },
    { abbreviation: "p.", next: /^\d/, say: "page" },
  ],
  symbols: [
    [/&/g, " and "],
    [/[£](\d[\d.,]*\d|\d)/g, "$1 pounds"],
    [/[€](\d[\d.,]*\d|\d)/g, "$1 euros"],
    [/(\d)\s*€/g, "$1 euros"],
    [/°\s*C\b/g, " degrees celsius"],
    [/°\s*F\b/g, " degrees fahrenheit"],
    [/°/g, " degrees "],
    [/#(?=\d)/g, "number "],
    [/(\d)\s*[–—-]\s*(?=\d)/g, "$1 to "],
    [/(^|[\s(])[-−](?=\d)/g, "$1minus "],
    [/×/g, " times "],
    [/\+/g, " plus "],
    [/=/g, " equals "],
    [/^€(?=\P{L}*$)/u, "euros"],
    [/^%(?=\P{L}*$)/u, "percent"],
    [/@/g, " at "],
  ],
  dot: "dot",
  slash: "slash",
  at: "at",
};

const SPANISH: ReadingWords = {
  abbreviations: {
    "sr.": "señor",
    "sra.": "señora",
    "srta.": "señorita",
    "dr.": "doctor",
    "dra.": "doctora",
    "ud.": "usted",
    "uds.": "ustedes",
    "etc.": "etcétera",
    "ee.uu.": "Estados Unidos",
    "uu.": "Unidos",
    "p.ej.": "por ejemplo",
    "ej.": "ejemplo",
    "aprox.": "aproximadamente",
    "av.": "avenida",
    "prof.": "profesor",
  },
  before: [
    { abbreviation: "ee.", next: /^uu\.?/i, say: "Estados" },
    { abbreviation: "p.", next: /^ej\./i, say: "por" },
    { abbreviation: "núm.", next: /^\d/, say: "número" },
    { abbreviation: "pág.", next: /^\d/, say: "página" },
  ],
  symbols: [
    [/&/g, " y "],
    [/\$(\d[\d.,]*\d|\d)/g, "$1 dólares"],
    [/£(\d[\d.,]*\d|\d)/g, "$1 libras"],
    [/€(\d[\d.,]*\d|\d)/g, "$1 euros"],
    [/(\d)\s*€/g, "$1 euros"],
    [/^€(?=\P{L}*$)/u, "euros"],
    [/%/g, " por ciento"],
    [/°\s*C\b/g, " grados"],
    [/°/g, " grados "],
    [/#(?=\d)/g, "número "],
    [/(\d)\s*[–—-]\s*(?=\d)/g, "$1 a "],
    [/(^|[\s(])[-−](?=\d)/g, "$1menos "],
    [/×/g, " por "],
    [/\+/g, " más "],
    [/=/g, " igual a "],
    [/@/g, " arroba "],
  ],
  dot: "punto",
  slash: "barra",
  at: "arroba",
};

/** The words for a BCP 47 language; without our own the symbols stay silent. */
export function readingWords(language: string): ReadingWords {
  return { en: ENGLISH, es: SPANISH }[language.toLowerCase().slice(0, 2)] ?? PLAIN;
}
