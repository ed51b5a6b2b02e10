import { describe, expect, test } from "bun:test";
import { CUSTOM_FIELDS, CustomStyle } from "../../src/domain/custom.ts";
import { FONT_NAMES } from "../../src/domain/font.ts";
import { resolveRequest } from "../../src/domain/job.ts";

const customOf = (custom: unknown, style = "custom") => resolveRequest({ prompt: "A lake", style, custom });

describe("what a style is told", () => {
  test.each([
    [{}],
    [{ palette: "autumn" }],
    [{ palette: { background_top: "#000000", background_bottom: "#FFFFFF", text: "#ffffff" } }],
    [{ palette: { background_top: "#0b3d2e", accent: "#e4572e", strength: 0 } }],
    [{ palette: { text: "#777777" } }],
    [{ fonts: { heading: "noto-sans-bold", body: "montserrat-medium", case: "upper", spacing: 0.4, size: 1.5 } }],
    [{ motion: "still" }],
    [{ motion: 0.1 }],
    [{ transition: { kind: "cut" } }],
    [{ transition: { seconds: 2 } }],
    [{ captions: { look: "pill", color: "#ffffff", font: "montserrat-bold" } }],
    [{ captions: { position: "top" } }],
    [{ music: { mood: "calm", volume: 2 } }],
    [{ cards: { title: false, headings: false, end: false, look: "veil", align: "center" } }],
    [{ grain: 1, vignette: 0, progress: "top" }],
  ])("may be %j", (custom) => {
    expect(customOf(custom).custom).toMatchObject(JSON.parse(JSON.stringify(custom).toLowerCase()));
  });

  test("has a sentence for every field", () => {
    expect(CUSTOM_FIELDS.map(({ name }) => name)).toEqual(Object.keys(CustomStyle.shape));
    for (const { description } of CUSTOM_FIELDS) expect(description.length).toBeGreaterThan(10);
  });
});

describe("what cannot be is refused, with the reason", () => {
  test.each([
    ["red", "custom: "],
    [{ colour: "#ffffff" }, "colour"],
    [{ palette: "neon" }, "custom.palette: must be dawn, day, sunset, night, misty, autumn, or an object"],
    [{ palette: { accent: "red" } }, "custom.palette.accent: must be a colour such as"],
    [{ palette: { sky: "#ffffff" } }, "sky"],
    [{ palette: { strength: 2 } }, "custom.palette.strength"],
    [
      { palette: { background_top: "#777777", text: "#777777" } },
      "custom.palette.text: #777777 cannot be read on #777777: their contrast is 1.0 to 1, and titles need 3 to 1",
    ],
    [{ palette: { background_top: "#fff8e0", background_bottom: "#ffe0d0", text: "#ffffff" } }, "cannot be read on #fff8e0 to #ffe0d0"],
    [{ fonts: { heading: "comic" } }, `custom.fonts.heading: is no embedded font; use ${FONT_NAMES[0]}`],
    [{ fonts: { body: "" } }, "noto-sans-bold"],
    [{ fonts: { size: 9 } }, "custom.fonts.size"],
    [{ motion: "wild" }, "custom.motion: must be still, slow, medium or fast, or a number from 0.1 to 2"],
    [{ motion: 0 }, "custom.motion: must be still"],
    [{ transition: { kind: "spin" } }, "custom.transition.kind: must be dissolve, slide, wipe, zoom or cut"],
    [{ transition: { seconds: 60 } }, "custom.transition.seconds"],
    [{ captions: "off" }, "custom.captions"],
    [{ captions: { look: "neon" } }, "custom.captions.look"],
    [{ music: { mood: "happy" } }, "custom.music.mood"],
    [{ music: { volume: -1 } }, "custom.music.volume"],
    [{ cards: { look: "neon" } }, "custom.cards.look: must be shadow, outline or veil"],
    [{ grain: "much" }, "custom.grain"],
    [{ progress: true }, "custom.progress: must be off, top or bottom"],
  ])("%j", (custom, says) => {
    expect(() => customOf(custom)).toThrow(expect.objectContaining({ code: "invalid_request", message: expect.stringContaining(says) }));
  });

  test("for a style that cannot be told", () => {
    expect(() => customOf({ motion: "slow" }, "social")).toThrow("custom: is for the style custom alone; ask for that style");
  });
});

describe("the seed", () => {
  const seedOf = (custom?: object) => customOf(custom).seed;

  test("is another for another look, and the same for the same", () => {
    expect(seedOf({ motion: "slow" })).toBe(seedOf({ motion: "slow" }));
    expect(new Set([seedOf(), seedOf({}), seedOf({ motion: "slow" }), seedOf({ motion: "fast" })]).size).toBe(4);
  });

  test("does not depend on the order in which things are told", () => {
    expect(seedOf({ grain: 1, motion: "slow" })).toBe(seedOf({ motion: "slow", grain: 1 }));
  });
});
