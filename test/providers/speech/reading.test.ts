import { describe, expect, test } from "bun:test";
import { readAloud } from "../../../src/providers/speech/reading.ts";

const read = (text: string, language: string) =>
  readAloud(text.split(" "), language, language === "en" ? "ascii" : "latin").tokens.join(" ");

describe("English is read aloud", () => {
  test.each([
    ["plain words as they are", "The sea, at dusk.", "The sea, at dusk."],
    ["amounts by the voice itself", "It costs $5.50 or 3.5% in 1999.", "It costs $5.50 or 3.5% in nineteen 99."],
    ["other currencies", "€5 and £2,000 and 7 €", "5 euros and 2,000 pounds and 7 euros"],
    ["titles and short forms", "Dr. Who, e.g. Mr. X, etc. said", "doctor Who, for example mister X, et cetera said"],
    ["a saint and a street", "St. Paul on Main St. today", "saint Paul on Main St. today"],
    ["numbers that are counted", "No. 5 is on p. 7. No. Never.", "number 5 is on page 7. No. Never."],
    ["quotes and brackets without them", "“don’t” (he said) [now] «so»", "don't he said now so"],
    ["dashes as pauses", "the sea — calm – and wide—very wide", "the sea, calm, and wide, very wide"],
    ["ranges", "1999–2005 pages 3-4", "nineteen 99 to 2005 pages 3 to 4"],
    ["hyphens as the voice does", "state-of-the-art", "state-of-the-art"],
    ["three dots as a pause", "wait... what… no", "wait, what, no"],
    ["signs as words", "R&D, C++, 20°C, -5, #1, 3×4", "R and D, C plus plus, 20 degrees celsius, minus 5, number 1, 3 times 4"],
    ["fractions", "½ or 3/4 and/or", "1/2 or 3/4 and or"],
    ["addresses", "https://www.example.com/a-b?q=1, bob@x.org.", "example dot com slash a b q 1, bob at x dot org."],
    ["foreign letters as their nearest", "café naïve Łódź œuvre Straße", "cafe naive Lodz oeuvre Strasse"],
    ["emoji, control signs and other scripts as nothing", "hi 😀 \u202eyou\u0000 你好 שלום", "hi you"],
    ["markup as plain words", "[[foo]] <break/> {\\fs1} `x`", "foo break fs1 x"],
    ["question and exclamation marks before the rest", "really?! (yes!) no?,", "really? yes! no?"],
  ])("%s", (_, text, tokens) => expect(read(text, "en")).toBe(tokens));
});

describe("Spanish is read aloud", () => {
  test.each([
    ["titles and short forms", "El Sr. Pérez de EE.UU. y EE. UU.", "El señor Pérez de Estados Unidos y Estados Unidos"],
    ["amounts", "5,50 € o $3 al 100%", "5 euros con 50 o 3 dólares al 100 por ciento"],
    ["opening marks stay", "¿Qué? ¡No!", "¿Qué? ¡No!"],
    ["other scripts as nothing", "hola 世界 мир", "hola"],
  ])("%s", (_, text, tokens) => expect(read(text, "es")).toBe(tokens));
});

describe("French is read aloud", () => {
  test.each([
    ["titles", "M. Dupont et Mme Curie, Dr Roux", "monsieur Dupont et madame Curie, docteur Roux"],
    [
      "numbers and ordinals",
      "n° 5, le 1er, la 1re, le 21e, le XXIe, la 91e",
      "numéro 5, le premier, la première, le vingt-et-unième, le vingt-et-unième, la quatre-vingt-onzième",
    ],
    ["hours and dates", "12h30 12 h 30 12:30 14/07/1789", "12 heures 30, 12 heures 30, 12:30, 14 juillet 1789"],
    ["amounts", "3,5 %, 5,50 €, 5 € et 1.234 km", "3,5 pour cent, 5 euros 50, 5 euros et 1.234 kilomètres"],
    ["two numbers side by side apart, one of groups together", "2026 150 et 10 000", "2026, 150 et 10 000"],
    ["eras", "100 av. J.-C.", "100 avant Jésus-Christ"],
  ])("%s", (_, text, tokens) => expect(read(text, "fr")).toBe(tokens));
});

describe("German is read aloud", () => {
  test.each([
    ["short forms", "z. B. Dr. Maier, d. h. usw.", "zum Beispiel Doktor Maier, das heißt und so weiter."],
    [
      "ordinals as the word before asks",
      "21. März, der 21. März, am 21. März",
      "einundzwanzigster März, der einundzwanzigste März, am einundzwanzigsten März",
    ],
    ["a number at a sentence's end as it is", "Es waren 21. Dann kam", "Es waren 21. Dann kam"],
    ["times and dates", "um 12:30 Uhr am 1.5.2026", "um 12 Uhr 30 am ersten Mai 2026"],
    ["years before 2000", "1999 und 2026", "19 hundert 99 und 2026"],
    ["amounts", "3,5 %, 5,50 €, €5 Millionen und 20 °C", "3,5 Prozent, 5 Euro 50, 5 Millionen Euro und 20 Grad"],
  ])("%s", (_, text, tokens) => expect(read(text, "de")).toBe(tokens));
});

test.each([
  ["3.er piso, 21.º, 1.ª vez, nº 5", "tercer piso, vigésimo primero, primera vez, número 5"],
  ["14/5/2026 y 10 000 km", "14 de mayo de 2026 y 10 mil kilómetros"],
])("%s is read in Spanish as %s", (text, tokens) => expect(read(text, "es")).toBe(tokens));

test.each([
  ["1905 2005 1900 1945", "nineteen oh 5, 2005 nineteen hundred nineteen 45"],
  ["£5 million, 5 km, etc. The end", "5 million pounds, 5 kilometres, et cetera. The end"],
])("%s is read in English as %s", (text, tokens) => expect(read(text, "en")).toBe(tokens));

test("every token knows its word, and a word without sound has none", () => {
  const reading = readAloud(["A&B", "😀", "—", "5", "€"], "en", "ascii");
  expect(reading).toEqual({ tokens: ["A", "and", "B,", "5", "euros"], owners: [0, 0, 0, 3, 4] });
});

test.each(["a".repeat(10_000), "9".repeat(10_000), "a.".repeat(5_000), "'\"(".repeat(3_000), "@.@".repeat(3_000)])(
  "a word of many characters is read to the 64th, in short tokens",
  (word) => {
    const { tokens } = readAloud([word], "en", "ascii");
    expect(tokens.join("").length).toBeLessThanOrEqual(200);
    expect(tokens.every((token) => token.length <= 33)).toBe(true);
  },
);
