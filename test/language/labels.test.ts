import { describe, expect, test } from "bun:test";
import { keywordsOf } from "../../src/language/keywords.ts";
import { labelsOf } from "../../src/language/labels.ts";
import type { PlanLanguage } from "../../src/language/plan-language.ts";

const labels = (text: string, language: PlanLanguage = "en", named: string[] = []) =>
  labelsOf(text, keywordsOf(text, language), new Set(named), language);

describe("labels are", () => {
  test.each([
    ["In 1903 they flew 37 metres at Kitty Hawk. The flight took 12 seconds.", ["37 metres", "12 seconds", "Kitty Hawk"]],
    ["Mix 1,500 g of sugar and 30 % butter.", ["1,500 g", "30 %", "sugar"]],
    ["On a Boeing 747, each engine gives about 280 kilonewtons of thrust.", ["280 kilonewtons", "Boeing 747", "engine", "thrust"]],
    ["Four forces act on every plane: lift, weight and drag.", ["forces", "plane", "weight", "drag"]],
    ["Rain is expected near Lyon, with winds of up to 60 km/h.", ["60 km/h", "Lyon", "winds"]],
    ["Air flows faster.", []],
  ])("figures, names and nouns: %j", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each<[PlanLanguage, string, string[]]>([
    ["es", "Un gato duerme 16 horas al día en Buenos Aires.", ["16 horas", "Buenos Aires", "gato", "día"]],
    ["fr", "Le chat dort 16 heures.", ["16 heures", "chat"]],
    ["de", "Das Brot backt 45 Minuten mit Hefe.", ["45 Minuten", "brot", "hefe"]],
    ["ja", "富士山の高さは3776メートルです。", ["3776メートル", "富士山"]],
    ["zh", "长城长约21196公里。", ["21196公里", "长城"]],
  ])("in %s too", (language, text, expected) => {
    expect(labels(text, language)).toEqual(expected);
  });

  test("what has a picture, wherever it stands, and what was given without being said", () => {
    expect(labels("Whales sing.", "en", ["whales"])).toEqual(["whales"]);
    expect(labelsOf("Whales sing.", ["sea"], new Set(), "en")).toEqual(["sea"]);
  });
});
