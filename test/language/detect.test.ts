import { describe, expect, test } from "bun:test";
import { chooseLanguage, detectLanguage } from "../../src/language/detect.ts";
import { toTitle } from "../../src/language/title.ts";

describe("languages", () => {
  test.each([
    ["A sunset over the ocean", "en"],
    ["Sunset", "en"],
    ["jazz", "en"],
    ["Un atardecer sobre el océano", "es"],
    ["Atardecer", "es"],
    ["El mar", "es"],
    ["Montañas y niebla", "es"],
    ["100%", "en"],
    ["sea lions", "en"],
    ["van life", "en"],
    ["Mars", "en"],
    ["🌊", "en"],
  ])("%j is %s", (text, language) => {
    expect(detectLanguage(text)).toEqual({ language: language as "en" });
  });

  test.each(["le chat est sur la table dans une maison", "der Hund ist nicht mit dem Kind", "海の夕日"])("%j gets a note", (text) => {
    expect(detectLanguage(text).note).toContain("English and Spanish");
  });

  test("what is asked for wins, where a voice speaks it", () => {
    expect(chooseLanguage("es-MX", "A sunset")).toEqual({ language: "es", notes: [] });
    expect(chooseLanguage("fr", "Un atardecer en el mar")).toEqual({ language: "es", notes: [expect.stringContaining('"fr"')] });
  });
});

describe("titles", () => {
  test.each([
    ["a sunset over the ocean", "A Sunset over the Ocean"],
    ["how NASA works", "How NASA Works"],
    ["the history of coffee, from the hills of Ethiopia to all of the world and back again", "The History of Coffee"],
    ["{\\fs100000}", "{\\fs100000}"],
    ["“quoted”", "Quoted"],
  ])("%j is titled %j", (text, title) => {
    expect(toTitle(text, "en")).toBe(title);
  });

  test("Spanish titles keep their small letters", () => {
    expect(toTitle("un atardecer en el mar", "es")).toBe("Un atardecer en el mar");
  });

  test("no title is longer than 60 characters", () => {
    for (const text of ["word ".repeat(50), "a".repeat(500), "🌊".repeat(100)])
      expect([...toTitle(text, "en")].length).toBeLessThanOrEqual(60);
  });
});
