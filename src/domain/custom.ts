import { z } from "zod";
import { CaptionLook, CaptionSettings, HexColour } from "./caption-look.ts";
import { contrast, LARGE_TEXT_CONTRAST, mixColours, parseColour } from "./contrast.ts";
import { FONT_NAMES, FontName } from "./font.ts";
import { Mood, Palette, Transition } from "./storyboard.ts";

/** One of several words, with a sentence that lists them for any other. */
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}` });

const share = z.number().min(0).max(1);

/** Colours of the user's own, for the landscape and for what stands over it. */
export const OwnPalette = z
  .strictObject({
    background_top: HexColour.optional().describe("The sky above, #rrggbb"),
    background_bottom: HexColour.optional().describe("The sky at the horizon, #rrggbb"),
    ground: HexColour.optional().describe("What the land and near things lean to, #rrggbb"),
    accent: HexColour.optional().describe("Rules, the word being spoken, the progress bar, #rrggbb"),
    text: HexColour.optional().describe("Titles and captions, #rrggbb; at least 3 to 1 against the middle of the background"),
    strength: share.default(0.85).describe("How far all colours of a scene are drawn to these, 0..1"),
  })
  .superRefine((palette, context) => {
    const fault = textFault(palette);
    if (fault) context.addIssue({ code: "custom", path: ["text"], message: fault });
  });
export type OwnPalette = z.infer<typeof OwnPalette>;

/** The colour that titles of such a palette stand before; undefined where the scene's own scenery is. */
export function backgroundOf({ background_top, background_bottom }: Pick<OwnPalette, "background_top" | "background_bottom">) {
  const [top, bottom] = [background_top ?? background_bottom, background_bottom ?? background_top];
  return top && bottom ? mixColours(parseColour(top), parseColour(bottom), 0.5) : undefined;
}

/** Why text of that colour cannot be read on the background; undefined when it can. */
function textFault(palette: OwnPalette): string | undefined {
  const behind = backgroundOf(palette);
  if (!behind || !palette.text) return undefined;
  const ratio = contrast(parseColour(palette.text), behind);
  if (ratio >= LARGE_TEXT_CONTRAST) return undefined;
  const grounds = [...new Set([palette.background_top, palette.background_bottom].filter((colour) => colour !== undefined))];
  return `${palette.text} cannot be read on ${grounds.join(" to ")}: their contrast is ${ratio.toFixed(1)} to 1, and titles need ${LARGE_TEXT_CONTRAST} to 1`;
}

const PaletteChoice = z
  .union([Palette, OwnPalette], {
    error: (issue) => {
      const fault = typeof issue.input === "object" && issue.input !== null ? issue.errors.at(-1)?.[0] : undefined;
      if (!fault) return `must be ${Palette.options.join(", ")}, or an object of colours such as {"accent": "#ffd042"}`;
      return fault.path.length === 0 ? fault.message : `${fault.path.join(".")}: ${fault.message}`;
    },
  })
  .describe(`${Palette.options.join(", ")}; or {background_top, background_bottom, ground, accent, text} as #rrggbb and {strength} 0..1`);

/** The letters of titles and captions. */
const CustomFonts = z.strictObject({
  heading: FontName.optional().describe("Titles"),
  body: FontName.optional().describe("Captions"),
  case: oneOf(["written", "upper"]).optional().describe("Titles as they are written, or in capitals"),
  spacing: z.number().min(0).max(0.4).optional().describe("Letter space of titles, em, 0..0.4"),
  size: z.number().min(0.5).max(1.5).optional().describe("Size of titles, 0.5..1.5"),
});

/** How fast pictures move, by name; 1 is as other styles do. */
export const PACES = { still: 0.1, slow: 0.5, medium: 1, fast: 1.6 } as const;

const PACE_FAULT = "must be still, slow, medium or fast, or a number from 0.1 to 2";
const Pace = z.number().min(0.1, { error: PACE_FAULT }).max(2, { error: PACE_FAULT });

const Motion = z
  .union([z.enum(["still", "slow", "medium", "fast"]), Pace], { error: PACE_FAULT })
  .describe("still (all but at rest), slow, medium or fast; or a factor, 0.1..2");

const CustomTransition = z.strictObject({
  kind: oneOf(Transition.options as [Transition, ...Transition[]])
    .optional()
    .describe(Transition.options.join(", ")),
  seconds: z.number().min(0.1).max(2).optional().describe("s, 0.1..2"),
});

const CustomCards = z.strictObject({
  title: z.boolean().optional().describe("Whether the film opens with its title"),
  headings: z.boolean().optional().describe("Whether scenes show theirs"),
  end: z.boolean().optional().describe("Whether it closes with an end card"),
  look: oneOf(["shadow", "outline", "veil"]).optional().describe("On a soft shadow, with an outline, or before a veil over the picture"),
  align: oneOf(["center", "side"]).optional().describe("In the middle, or beginning at the side"),
});

const CustomMusic = z.strictObject({
  mood: Mood.optional().describe(`${Mood.options.join(", ")}; by default as the scenes feel`),
  volume: z.number().min(0.1).max(2).optional().describe("A factor on the usual level, 0.1..2"),
});

/** What the style `custom` can be told. Whatever is left out is as the style has it by itself. */
export const CustomStyle = z.strictObject({
  palette: PaletteChoice.optional(),
  fonts: CustomFonts.optional().describe(
    `heading, body: ${FONT_NAMES.join(", ")}; case: written or upper; spacing 0..0.4 em; size 0.5..1.5`,
  ),
  motion: Motion.optional(),
  transition: CustomTransition.optional().describe(`kind: ${Transition.options.join(", ")}; seconds 0.1..2`),
  captions: CaptionSettings.extend({ look: CaptionLook.optional() })
    .optional()
    .describe(`look: ${CaptionLook.options.join(", ")}; size 0.5..2, position, color, highlight, outline, font`),
  music: CustomMusic.optional().describe("mood: one for the whole film; volume 0.1..2"),
  cards: CustomCards.optional().describe("title, headings, end: true or false; look: shadow, outline or veil; align: center or side"),
  grain: share.optional().describe("Film grain, 0..1"),
  vignette: share.optional().describe("Darker edges, 0..1"),
  progress: oneOf(["off", "top", "bottom"]).optional().describe("A bar that fills as the film goes on: off, top or bottom"),
});
export type CustomStyle = z.infer<typeof CustomStyle>;

/** What can be told, and what each takes. */
export const CUSTOM_FIELDS: { name: string; description: string }[] = Object.entries(CustomStyle.shape).map(([name, field]) => ({
  name,
  description: field.description ?? field.unwrap().description ?? "",
}));
