import { germanOrdinal } from "../../language/spoken-numbers-de.ts";
import type { ReadingWords } from "./reading-rules.ts";

const MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const AFTER_ORDINAL = new RegExp(
  `^(?:${MONTHS.join("|")}|Jahrhunderts?|Jh\\.|Jahrestag|Geburtstag|Kapitel|Platz|Mal|Stock|Klasse|Weltkrieg)`,
);
const ARTICLE = /^(?:de[rmsn]|die|das|am|vom|zum|zur|im|beim|ab|bis|seit|ein[er]?|jede[rnsm]?|sein[e]?|ihr[e]?)$/i;

/** "der 21." is "einundzwanzigste", "am 21." "einundzwanzigsten", and "21." alone "einundzwanzigster". */
function ordinal(number: string, previous: string): string {
  const article = previous.toLowerCase();
  const ending = ["der", "die", "das", "eine"].includes(article) ? "e" : ARTICLE.test(previous) ? "en" : "er";
  return germanOrdinal(Number(number), ending);
}

/** The years before 2000 are said in hundreds. */
function sayYear(century: string, year: string): string {
  return `${century} hundert ${Number(year) || ""}`.trim();
}

export const GERMAN: ReadingWords = {
  abbreviations: {
    "z.b.": "zum Beispiel",
    "d.h.": "das heißt",
    "u.a.": "unter anderem",
    "bzw.": "beziehungsweise",
    "ca.": "circa",
    "usw.": "und so weiter",
    "etc.": "et cetera",
    "nr.": "Nummer",
    "dr.": "Doktor",
    "prof.": "Professor",
    "hr.": "Herr",
    "fr.": "Frau",
    "str.": "Straße",
    "mio.": "Millionen",
    "mrd.": "Milliarden",
    "jh.": "Jahrhundert",
    "tel.": "Telefon",
    "evtl.": "eventuell",
    "ggf.": "gegebenenfalls",
    "inkl.": "inklusive",
    "max.": "maximal",
    "vgl.": "vergleiche",
    "kap.": "Kapitel",
    "chr.": "Christus",
    "n°": "Nummer",
    "1/2": "ein halb",
    "1/3": "ein Drittel",
    "2/3": "zwei Drittel",
    "1/4": "ein Viertel",
    "3/4": "drei Viertel",
  },
  rules: [
    { word: /^z\.$/i, next: /^B\./, say: "zum" },
    { word: /^B\.$/, previous: /^z\.$/i, say: "Beispiel" },
    { word: /^d\.$/i, next: /^h\./, say: "das" },
    { word: /^h\.$/, previous: /^d\.$/i, say: "heißt" },
    { word: /^u\.$/i, next: /^a\./, say: "unter" },
    { word: /^a\.$/, previous: /^u\.$/i, say: "anderem" },
    { word: /^v\.$/, next: /^Chr\./, say: "vor" },
    { word: /^n\.$/, next: /^Chr\./, say: "nach" },
    { word: /^St\.$/, next: /^\p{Lu}/u, say: "Sankt" },
    { word: /^S\.$/, next: /^\d/, say: "Seite" },
    { word: /^§$/, next: /^\d/, say: "Paragraf" },
    { word: /^(\d{1,3})\.$/, next: AFTER_ORDINAL, say: ([number], previous) => ordinal(number!, previous) },
    { word: /^(\d{1,3})\.$/, previous: ARTICLE, next: /^\p{L}/u, say: ([number], previous) => ordinal(number!, previous) },
    { word: /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/, say: ([day, month, year], previous) => sayDate([day!, month!, year], previous) },
    { word: /^(\d{1,2})[:.]00$/, next: /^Uhr/, say: "$1" },
    { word: /^(\d{1,2})[:.](\d\d)$/, next: /^Uhr/, say: "$1 Uhr $2" },
    { word: /^Uhr$/, previous: /^\d{1,2}[:.](?!00)\d\d$/, say: "" },
    { word: /^(1[1-9])(\d\d)$/, say: ([century, year]) => sayYear(century!, year!) },
  ],
  units: {
    km: "Kilometer",
    m: "Meter",
    cm: "Zentimeter",
    mm: "Millimeter",
    kg: "Kilogramm",
    g: "Gramm",
    mg: "Milligramm",
    l: "Liter",
    L: "Liter",
    h: "Stunden",
    min: "Minuten",
    s: "Sekunden",
    "km/h": "Kilometer pro Stunde",
    m2: "Quadratmeter",
    km2: "Quadratkilometer",
    GB: "Gigabyte",
    MB: "Megabyte",
    "°C": "Grad",
  },
  currencies: {
    "€": { one: "Euro", many: "Euro" },
    $: { one: "Dollar", many: "Dollar" },
    "£": { one: "Pfund", many: "Pfund" },
    "¥": { one: "Yen", many: "Yen" },
  },
  and: "",
  symbols: [
    [/&/g, " und "],
    [/%/g, " Prozent"],
    [/°\s*C\b/g, " Grad"],
    [/°/g, " Grad "],
    [/#(?=\d)/g, "Nummer "],
    [/§/g, "Paragraf "],
    [/(\d)\s*[–—-]\s*(?=\d)/g, "$1 bis "],
    [/(^|[\s(])[-−](?=\d)/g, "$1minus "],
    [/×/g, " mal "],
    [/\+/g, " plus "],
    [/=/g, " gleich "],
    [/@/g, " at "],
  ],
  dot: "Punkt",
  slash: "Schrägstrich",
  at: "at",
};

function sayDate([day, month, year]: [string, string, string | undefined], previous: string): string {
  return [ordinal(day, previous), MONTHS[Number(month) - 1] ?? ordinal(month, previous), year].filter((part) => part).join(" ");
}
