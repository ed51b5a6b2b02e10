import type { ReadingWords } from "./reading-rules.ts";

const CENTURIES = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ");

/** A year by its two halves; the voices count it in thousands. */
function sayYear(century: string, year: string): string {
  const said = CENTURIES[Number(century) - 11]!;
  if (year.startsWith("0") && century === "20") return century + year;
  if (year === "00") return `${said} hundred`;
  return year.startsWith("0") ? `${said} oh ${year[1]}` : `${said} ${year}`;
}

/** Of the amounts, flite reads dollars by itself. */
export const ENGLISH: ReadingWords = {
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
    "n°": "number",
    lead: "leed",
  },
  rules: [
    { word: /^st\.$/i, next: /^\p{Lu}/u, say: "saint" },
    { word: /^no\.$/i, next: /^\d/, say: "number" },
    { word: /^fig\.$/i, next: /^\d/, say: "figure" },
    { word: /^p\.$/i, next: /^\d/, say: "page" },
    {
      word: /^(1[1-9]|20(?=[1-9]))(\d\d)[–-](1[1-9]|20)(\d\d)$/,
      say: ([century, year, century2, year2]) => `${sayYear(century!, year!)} to ${sayYear(century2!, year2!)}`,
    },
    { word: /^(1[1-9]|20(?=[1-9]))(\d\d)$/, say: ([century, year]) => sayYear(century!, year!) },
  ],
  units: {
    km: "kilometres",
    cm: "centimetres",
    mm: "millimetres",
    kg: "kilograms",
    mg: "milligrams",
    ft: "feet",
    lbs: "pounds",
    mph: "miles per hour",
    "km/h": "kilometres per hour",
    m2: "square metres",
    km2: "square kilometres",
    GB: "gigabytes",
    MB: "megabytes",
    TB: "terabytes",
    Hz: "hertz",
    kW: "kilowatts",
    "°C": "degrees celsius",
    "°F": "degrees fahrenheit",
  },
  currencies: {
    "€": { one: "euro", many: "euros" },
    "£": { one: "pound", many: "pounds" },
    "¥": { one: "yen", many: "yen" },
  },
  and: "",
  symbols: [
    [/&/g, " and "],
    [/°\s*C\b/g, " degrees celsius"],
    [/°\s*F\b/g, " degrees fahrenheit"],
    [/°/g, " degrees "],
    [/#(?=\d)/g, "number "],
    [/(\d)\s*[–—-]\s*(?=\d)/g, "$1 to "],
    [/(^|[\s(])[-−](?=\d)/g, "$1minus "],
    [/×/g, " times "],
    [/\+/g, " plus "],
    [/=/g, " equals "],
    [/^%(?=\P{L}*$)/u, "percent"],
    [/@/g, " at "],
  ],
  dot: "dot",
  slash: "slash",
  at: "at",
};
