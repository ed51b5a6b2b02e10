import { describe, expect, test } from "bun:test";
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
    ["scripts without spaces", "en", ["海は広い。", "空は青い。"]],
  ] as ["" | string, "en" | "es", string[]][])("%s", (_, language, sentences) => {
    const glue = /[。]/.test(sentences[0]!) ? "" : " ";
    expect(splitSentences(sentences.join(glue), language)).toEqual(sentences);
  });
});
