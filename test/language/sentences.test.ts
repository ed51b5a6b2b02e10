import { describe, expect, test } from "bun:test";
import type { PlanLanguage } from "../../src/language/plan-language.ts";
import { splitSentences } from "../../src/language/sentences.ts";

describe("sentences", () => {
  test.each([
    ["titles and initials", "en", ["Dr. Smith met J. R. R. Tolkien.", "They talked."]],
    ["abbreviations inside", "en", ["He served in the U.S. Army, e.g. in the U.K. for years.", "He left."]],
    ["an abbreviation at the end", "en", ["I live in the U.S.", "It is big."]],
    ["numbers", "en", ["It cost 3.50 dollars, see p. 5 and No. 7.", "Cheap."]],
    ["a plain no", "en", ["He said no.", "Then he left."]],
    ["quotes and questions", "en", ['"Really?" he asked.', "“Yes.”", "She left."]],
    ["ellipses", "en", ["Wait... what happened?", "Nothing…"]],
    ["World War I.", "en", ["It ended World War I.", "Peace came."]],
    ["Spanish titles", "es", ["El Sr. Pérez y la Dra. Ruiz compraron frutas, p. ej. manzanas.", "¿Qué hora es?", "¡Ya voy!"]],
    ["Spanish countries", "es", ["Vive en EE. UU. desde 1990.", "Está bien."]],
    [
      "French titles and pages",
      "fr",
      ["M. Dupont et Mme. Leroy habitent au 3, av. Foch.", "Voir p. 5.", "« Venez ! » dit-il.", "Ils partent."],
    ],
    ["French abbreviations", "fr", ["Il aime les fruits, p. ex. les pommes, etc.", "Elle aussi."]],
    ["German ordinals", "de", ["Am 3. Oktober begann im 19. Jahrhundert alles.", "Es war 1990.", "Danach kam Frieden."]],
    ["German abbreviations", "de", ["Dr. Müller mag z. B. Äpfel, d. h. Obst, bzw. Birnen.", "Sie nicht."]],
    ["German quotes", "de", ["„Komm!“", "Dann ging er."]],
    ["Japanese quotes", "ja", ["「行こう。」と彼は言った。", "「本当に？」", "彼は笑った！", "終わり。"]],
    ["Chinese quotes", "zh", ["“真的吗？”", "他笑了！", "大海很宽，一望无际。", "天黑了……好。"]],
    ["scripts without spaces", "en", ["海は広い。", "空は青い。"]],
  ] as [string, PlanLanguage, string[]][])("%s", (_, language, sentences) => {
    const glue = /[。？！]/.test(sentences.join("")) ? "" : " ";
    expect(splitSentences(sentences.join(glue), language)).toEqual(sentences);
  });
});
