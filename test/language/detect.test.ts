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
    ["A walk in the park", "en"],
    ["the die is cast", "en"],
    ["Paris", "en"],
    ["Jazz in New Orleans", "en"],
    ["on a sunny day", "en"],
    ["El sol sale sobre las montañas", "es"],
    ["Perros y gatos", "es"],
    ["La historia del café", "es"],
    ["Coucher de soleil sur l'océan", "fr"],
    ["L'océan", "fr"],
    ["Les abeilles", "fr"],
    ["Comment fonctionne un volcan ?", "fr"],
    ["La forêt en automne", "fr"],
    ["le chat est sur la table dans une maison", "fr"],
    ["La mer et les montagnes", "fr"],
    ["Un chien sur la plage", "fr"],
    ["histoire du café", "fr"],
    ["Sonnenuntergang über dem Meer", "de"],
    ["Der Wald", "de"],
    ["Wie funktioniert ein Vulkan?", "de"],
    ["Bienen", "de"],
    ["Eine Nacht in der Stadt", "de"],
    ["der Hund ist nicht mit dem Kind", "de"],
    ["Herbst im Wald", "de"],
    ["海の夕日", "ja"],
    ["コーヒーの歴史", "ja"],
    ["富士山と桜", "ja"],
    ["火山はどうやってできるのか", "ja"],
    ["海上日落", "zh"],
    ["咖啡的历史", "zh"],
    ["火山是如何形成的？", "zh"],
    ["長城的故事", "zh"],
    ["我用iPhone拍视频", "zh"],
    ["iPhoneで動画を撮る", "ja"],
    ["The Japanese word 海 means sea", "en"],
  ])("%j is %s", (text, language) => {
    expect(detectLanguage(text)).toEqual({ language: language as "en" });
  });

  test.each([
    ["o gato não está em casa com você", "Portuguese"],
    ["il gatto è sulla sedia della nonna", "Italian"],
    ["het is een mooie dag en de zon schijnt", "Dutch"],
    ["바다 위의 일몰", "Korean"],
    ["закат над морем", "Cyrillic"],
    ["غروب الشمس فوق البحر", "Arabic"],
    ["שקיעה מעל הים", "Hebrew"],
  ])("%j gets a note: it is %s", (text, name) => {
    const { language, note } = detectLanguage(text);
    expect(language).toBe("en");
    expect(note).toContain(name);
    expect(note).toContain("captioned as written and read by the English voice");
  });

  test("what is asked for wins; what no rules exist for is planned by those of the language it looks like", () => {
    expect(chooseLanguage("es-MX", "A sunset")).toEqual({ language: "es", notes: [] });
    expect(chooseLanguage("zh-Hant-TW", "A sunset")).toEqual({ language: "zh", notes: [] });
    expect(chooseLanguage("pt", "Un atardecer en el mar")).toEqual({ language: "es", notes: [] });
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
    const keeper = "El viejo farero sube cada noche los ciento doce escalones del faro";
    expect(toTitle(keeper, "es")).toBe("El viejo farero sube cada noche los ciento doce escalones");
  });

  test("long Japanese and Chinese titles end where their first clause does", () => {
    expect(toTitle("海は広くて、どこまでも青く、空の果てまで続いていて、いつまでも見ていたくなる。", "ja")).toBe("海は広くて");
    expect(toTitle("「春の海」", "ja")).toBe("春の海");
    expect([...toTitle("海".repeat(100), "zh")].length).toBeLessThanOrEqual(30);
  });

  test("no title is longer than 60 characters", () => {
    for (const text of ["word ".repeat(50), "a".repeat(500), "🌊".repeat(100)])
      expect([...toTitle(text, "en")].length).toBeLessThanOrEqual(60);
  });
});
