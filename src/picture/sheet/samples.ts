import { CaptionLook } from "../../domain/caption-look.ts";
import { Aspect, type FrameSize } from "../../domain/frame.ts";
import { Palette, Setting } from "../../domain/storyboard.ts";
import { STYLES } from "../styles.ts";
import type { Type } from "../text.ts";
import type { SheetSection } from "./layout.ts";
import { type Sample, type Still, showScenery, tellSample } from "./sample.ts";

/** What the styles tell, one each in turn. */
const STORIES: Sample[] = [
  {
    setting: "ocean",
    palette: "sunset",
    heading: "The way home",
    narration: "Far out a single boat waits for the last light of the day.",
    subjects: ["sailboat"],
  },
  {
    setting: "city",
    palette: "night",
    heading: "Late shift",
    narration: "After midnight the streets belong to those who drive others home.",
    subjects: ["taxi"],
  },
  {
    setting: "mountains",
    palette: "dawn",
    heading: "Above the clouds",
    narration: "The eagle wakes before the valley does and waits for warm air.",
    subjects: ["eagle"],
  },
  {
    setting: "space",
    palette: "night",
    heading: "Leaving the ground",
    narration: "A rocket needs ten minutes to reach the quiet above the air.",
    subjects: ["rocket"],
  },
  {
    setting: "forest",
    palette: "day",
    heading: "Neighbours",
    narration: "The deer knows every path in the woods and none of our names.",
    subjects: ["deer"],
  },
  {
    setting: "desert",
    palette: "day",
    heading: "Patience",
    narration: "A cactus can wait two years for one good hour of rain.",
    subjects: ["cactus"],
  },
];

/** Captions of one look are shown so much larger than they come, to be told apart in a small picture. */
const CAPTION_SIZE = 1.5;

/** Heights of a style's pictures; widths of the others. */
const STYLE_HEIGHT = 216;
const SCENERY_WIDTH = 184;
const CAPTION_WIDTH = 310;

const SHAPES: Record<Aspect, [number, number]> = { "16:9": [16, 9], "9:16": [9, 16], "1:1": [1, 1] };
const even = (value: number): number => 2 * Math.round(value / 2);
const sizeFor = (aspect: Aspect, height: number): FrameSize => ({
  width: even((height * SHAPES[aspect][0]) / SHAPES[aspect][1]),
  height: even(height),
});
const wide = (width: number): FrameSize => sizeFor("16:9", (width * 9) / 16);

/** Stills are drawn twice as wide and high as they are shown. */
const drawn = ({ width, height }: FrameSize): FrameSize => ({ width: 2 * width, height: 2 * height });

/** Every style in every shape. */
function styleSection(type: Type): SheetSection<Still> {
  const groups = STYLES.map(({ name: style }, index) => ({
    name: style,
    pictures: Aspect.options.map((aspect, turn) => {
      const size = sizeFor(aspect, STYLE_HEIGHT);
      const story = STORIES[(index + turn) % STORIES.length]!;
      return { picture: tellSample(story, { style, aspect, size: drawn(size) }, type), label: aspect, size };
    }),
  }));
  return { heading: "Styles", groups };
}

/** Every setting in every palette, each in another of its compositions. */
function scenerySection(type: Type): SheetSection<Still> {
  const size = wide(SCENERY_WIDTH);
  const shown = { style: STYLES[0]!.name, aspect: "16:9", size: drawn(size) } as const;
  const groups = Setting.options.map((setting) => ({
    name: setting,
    pictures: Palette.options.map((palette, composition) => {
      const sample: Sample = { setting, palette, composition, heading: "", narration: "", subjects: [] };
      return { picture: showScenery(sample, shown, type), label: palette, size };
    }),
  }));
  return { heading: "Settings and palettes", groups };
}

/** Every look of captions. */
function captionSection(type: Type): SheetSection<Still> {
  const size = wide(CAPTION_WIDTH);
  const groups = CaptionLook.options.map((look, index) => {
    const told = { style: STYLES[0]!.name, aspect: "16:9", size: drawn(size), captions: { look, size: CAPTION_SIZE } } as const;
    return {
      name: look,
      pictures: [{ picture: tellSample({ ...STORIES[index % STORIES.length]!, subjects: [] }, told, type), label: "", size }],
    };
  });
  return { heading: "Captions", groups };
}

/** Everything that a film can look like, by section. */
export const sheetSections = (type: Type): SheetSection<Still>[] => [styleSection(type), scenerySection(type), captionSection(type)];
