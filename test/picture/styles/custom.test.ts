import { beforeAll, describe, expect, test } from "bun:test";
import { captionSettings, chooseCaptions } from "../../../src/domain/caption-look.ts";
import { colourHex, contrast, parseColour, TEXT_CONTRAST } from "../../../src/domain/contrast.ts";
import { CustomStyle } from "../../../src/domain/custom.ts";
import { hashSeed } from "../../../src/domain/seed.ts";
import { Palette, Setting } from "../../../src/domain/storyboard.ts";
import { captionColours } from "../../../src/picture/caption-colours.ts";
import { captionsIn, STYLE_DESIGNS, STYLES, styleNamed, styleOf } from "../../../src/picture/styles.ts";
import { openStyleStudio, pictureIn } from "../../helpers/style-scene.ts";

const told = (custom: object) => styleOf({ style: "custom", custom: CustomStyle.parse(custom) });
const FACTS = { progress: { from: 0, to: 0.5 }, cards: [{ kind: "heading" as const, startSec: 0.2, endSec: 4 }] };
const OWN = { background_top: "#0b3d2e", background_bottom: "#f4e9cd", ground: "#7a4b2a", accent: "#e4572e" };
let studio: Awaited<ReturnType<typeof openStyleStudio>>;
beforeAll(async () => {
  studio = await openStyleStudio();
});

describe("the style of a request", () => {
  test("is the named one where nothing is told, or where it cannot be told", () => {
    for (const { name, adjusted } of STYLE_DESIGNS) {
      expect(styleOf({ style: name })).toBe(styleNamed(name));
      if (!adjusted) expect(styleOf({ style: name, custom: { motion: "slow" } })).toBe(styleNamed(name));
    }
  });

  test("says in the list what it can be told", () => {
    const fields = STYLES.filter(({ fields }) => fields).map(({ name, fields }) => [name, fields!.length]);
    expect(fields).toEqual([["custom", Object.keys(CustomStyle.shape).length]]);
  });

  test("takes what is told", () => {
    const style = told({
      transition: { kind: "zoom", seconds: 1.5 },
      captions: { look: "pill", position: "top" },
      music: { mood: "dramatic", volume: 0.5 },
      cards: { headings: false, look: "veil" },
      progress: "bottom",
    });
    expect(style).toMatchObject({ transition: { kinds: ["zoom"], sec: 1.5 }, captions: "pill", musicGain: 0.5, shows: ["title", "end"] });
    expect([style.wants, style.music.calm, style.music.playful]).toEqual([["cards", "progress"], "dramatic", "dramatic"]);
  });

  test("sets titles in the font, size and case that are told", () => {
    const [part] = told({ fonts: { heading: "noto-sans-bold", case: "upper", spacing: 0.3, size: 0.5 } }).cards.title["16:9"].parts;
    expect(part).toMatchObject({ upper: true, style: { weight: "plain", spreadEm: 0.3 } });
    expect(part!.bounds.largest).toBeLessThan(styleNamed("custom").cards.title["16:9"].parts[0]!.bounds.largest * 0.6);
  });

  test("is lettered in colours that contrast, whatever the palette", () => {
    for (const palette of [...Palette.options, OWN, { ...OWN, background_top: "#ffffff" }, { text: "#808080" }]) {
      const { cards, captions, captionSettings: own } = told({ palette });
      for (const { ink } of Object.values(cards.title)) expect(contrast(ink.letters, ink.shade)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      const { plain } = captionColours(captionSettings(chooseCaptions("auto", captions, own)) as never);
      expect(contrast(plain.letters, plain.edge)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  });

  test("colours captions of any look, over which the request has the last word", () => {
    const { captions, captionSettings: own } = told({ palette: OWN, captions: { size: 1.5 }, fonts: { body: "montserrat-medium" } });
    expect(chooseCaptions("auto", captions, own)).toMatchObject({ look: "box", size: 1.5, highlight: OWN.accent });
    expect(chooseCaptions("classic", captions, own)).toMatchObject({ look: "classic", size: 1.5, font: "montserrat-medium" });
    expect(chooseCaptions({ look: "auto", size: 2, color: "#ffffff" }, captions, own)).toMatchObject({ size: 2, color: "#ffffff" });
    expect(chooseCaptions("off", captions, own)).toBe("off");
  });

  test("marks no word where the look marks none", () => {
    const style = told({ palette: OWN });
    expect(captionsIn(style, "box")).toHaveProperty("highlight", OWN.accent);
    expect(captionsIn(style, "minimal")).not.toHaveProperty("highlight");
    expect(captionsIn(styleNamed("cinematic"), "auto")).toBe("cinematic");
  });
});

describe("a scene", () => {
  const layersOf = (custom: object, setting: Setting = "ocean") => {
    const style = told(custom);
    const picture = pictureIn(style, "16:9", FACTS);
    const visual = { kind: "scenery" as const, setting, palette: "day" as const, seed: 7, subjects: [], composition: 0 };
    return style.layers({ ...picture, custom, visual }, studio.means);
  };
  const hueOf = (layers: ReturnType<typeof layersOf>): string =>
    String(
      hashSeed(
        JSON.stringify(
          layers.map((layer) =>
            layer.kind === "image"
              ? [layer.drawing.svg, layer.drawing.bitmap?.pixels.slice(0, 4000).join()]
              : layer.drawings.map(({ svg }) => svg),
          ),
        ),
      ),
    );

  test.each(Setting.options)("of %s is drawn in the user's colours", (setting) => {
    const pictures = [{}, { palette: "day" }, { palette: OWN }, { palette: { ...OWN, ground: "#203080", background_top: "#402010" } }];
    expect(new Set(pictures.map((custom) => hueOf(layersOf(custom, setting)))).size).toBe(4);
  });

  test("has the user's sky at its upper edge", () => {
    const sky = layersOf({ palette: { ...OWN, strength: 1 } })[0]!;
    const pixels = sky.kind === "image" ? sky.drawing.bitmap!.pixels : [];
    const [red, green, blue] = parseColour(OWN.background_top);
    expect(colourHex([pixels[0]!, pixels[1]!, pixels[2]!])).not.toBe("#000000");
    expect(Math.hypot(pixels[0]! - red, pixels[1]! - green, pixels[2]! - blue)).toBeLessThan(40);
  });

  test.each([
    ["still", 0.1],
    ["slow", 0.5],
    ["fast", 1.6],
    [2, 2],
  ])("moves as fast as it is told: %p", (motion, times) => {
    const path = (custom: object) => {
      const layer = layersOf(custom).find(({ name }) => name === "cumulus" || name === "cloud sheet")!;
      return layer.kind === "image" ? Math.abs(layer.at(4).x - layer.at(0).x) : 0;
    };
    const [asTold, usual] = [path({ motion }), path({})];
    expect(times > 1 ? asTold > usual : asTold < usual).toBe(true);
  });

  test.each([
    [{ vignette: 0 }, []],
    [{}, ["vignette"]],
    [{ grain: 0.5, vignette: 0 }, ["grain"]],
    [{ vignette: 0, progress: "top" }, ["track", "progress"]],
    [{ vignette: 0, cards: { look: "veil" } }, ["veil heading"]],
  ])("told %j has %j in front", (custom, names) => {
    const style = told(custom);
    expect(style.front!(pictureIn(style, "9:16", FACTS), studio.means).map(({ name }) => name)).toEqual(names);
  });
});
