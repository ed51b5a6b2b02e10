import { describe, expect, test } from "bun:test";
import { CaptionLook, captionSettings, chooseCaptions } from "../../src/domain/caption-look.ts";
import { resolveRequest } from "../../src/domain/job.ts";

const captionsOf = (captions: unknown) => resolveRequest({ prompt: "x", captions }).captions;

test.each(CaptionLook.options)("a request may name %s", (look) => {
  expect(captionSettings(chooseCaptions(captionsOf(look), "cinematic"))).toEqual({ look, size: 1 });
});

test("captions are the style's own unless said otherwise, and can be turned off", () => {
  expect(chooseCaptions(resolveRequest({ prompt: "x" }).captions, "pill")).toBe("pill");
  expect(captionSettings(chooseCaptions(captionsOf({ size: 2 }), "box"))).toEqual({ look: "box", size: 2 });
  expect(captionSettings(chooseCaptions(captionsOf("off"), "box"))).toBe("off");
});

test("a look may have a size, a place and colours of one's own", () => {
  const settings = { look: "pill", size: 1.5, position: "top", color: "#ffffff", highlight: "#00ff00", outline: "#000080" } as const;
  expect(captionsOf({ ...settings, outline: "#000080" })).toEqual(settings);
  expect(captionsOf({ highlight: "#FFD042" })).toMatchObject({ size: 1, highlight: "#ffd042" });
});

describe("what cannot be is refused, with the reason", () => {
  test.each([
    ["karaoke", "captions: must be cinematic, box,"],
    [7, "captions: must be cinematic"],
    [null, "captions: must be cinematic"],
    [{ look: "neon" }, /captions[.:] ?look:/],
    [{ size: 3 }, /captions[.:] ?size:/],
    [{ size: "big" }, /captions[.:] ?size:/],
    [{ position: "left" }, /captions[.:] ?position:/],
    [{ color: "red" }, /captions[.:] ?color: must be a colour such as #ffd042/],
    [{ colour: "#ffffff" }, "colour"],
  ])("%j", (captions, says) => {
    expect(() => captionsOf(captions)).toThrow(says);
  });
});
