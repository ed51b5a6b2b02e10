import { CaptionLook, CaptionPosition } from "../domain/caption-look.ts";
import { frameSize, Quality } from "../domain/frame.ts";
import { LANGUAGES } from "../domain/job.ts";
import type { Flag } from "./flags.ts";

const sizes = Quality.options
  .map((quality) => `${quality} ${frameSize("16:9", quality).width}x${frameSize("16:9", quality).height}`)
  .join(", ");

/** Flags that are fields of the create call, in kebab-case. */
export const REQUEST_FLAGS: Flag[] = [
  {
    name: "duration-target",
    value: "SECONDS",
    kind: "number",
    help: "Length to aim at, 10..600 (prompts: 60; a script lasts as long as it takes)",
  },
  { name: "style", value: "NAME", kind: "text", help: "How the film looks; see: kinora styles (default cinematic)" },
  { name: "voice", value: "ID", kind: "text", help: "Who speaks; see: kinora voices" },
  {
    name: "language",
    value: "TAG",
    kind: "text",
    help: `${LANGUAGES.join(", ")} (default: told from the text; others are captioned, with a note)`,
  },
  { name: "scene-count", value: "N", kind: "number", help: "How many scenes, 1..200" },
  { name: "aspect", value: "W:H", kind: "text", help: "16:9, 9:16 or 1:1 (default 16:9)" },
  { name: "quality", value: "LINES", kind: "text", help: `${sizes} (default 720p)` },
  { name: "fps", value: "N", kind: "number", help: "24, 25, 30, 50 or 60 frames a second (default 30)" },
  { name: "effort", value: "NAME", kind: "text", help: "draft, standard or best: the encoder's (default standard)" },
  {
    name: "captions",
    value: "LOOK",
    kind: "text",
    help: `${CaptionLook.options.join(", ")}, auto or off (default auto, as the style has them; .srt and .vtt are always made)`,
  },
  { name: "music", value: "MOOD", kind: "text", help: "auto, calm, uplifting, dramatic, mysterious, playful, melancholic or off" },
  { name: "seed", value: "N", kind: "number", help: "Another number gives another film (default: derived from the request)" },
  { name: "title", value: "TEXT", kind: "text", help: "The film's title (default: from the words)" },
];

/** Flags of captions beside their look: after `caption-` each is a field of the request's captions. */
export const CAPTION_FLAGS: Flag[] = [
  { name: "caption-size", value: "TIMES", kind: "number", help: "Larger or smaller captions, 0.5..2" },
  { name: "caption-position", value: "PLACE", kind: "text", help: `${CaptionPosition.options.join(", ")} (default: the look's own)` },
  { name: "caption-color", value: "#RRGGBB", kind: "text", help: "The letters of captions" },
  { name: "caption-highlight", value: "#RRGGBB", kind: "text", help: "The word being spoken, its box or its line" },
  { name: "caption-outline", value: "#RRGGBB", kind: "text", help: "Outline, shadow or pill of captions" },
];

/** What a style that can be told is told. */
const CUSTOM_FLAG: Flag = {
  name: "custom",
  value: "JSON|FILE",
  kind: "text",
  help: "What the style custom is to be like, as JSON or a file of it; its fields: kinora styles",
};

/** All flags of `kinora make`. */
export const MAKE_FLAGS: Flag[] = [
  { name: "script", value: "FILE", kind: "text", help: "Exact narration from a text file, or - for standard input" },
  { name: "storyboard", value: "FILE", kind: "text", help: "Ready scenes from a JSON file: a film.json, or one written by hand" },
  ...REQUEST_FLAGS,
  CUSTOM_FLAG,
  ...CAPTION_FLAGS,
  {
    name: "out",
    value: "FILE",
    kind: "text",
    short: "o",
    help: "Where the film goes: a file, or a folder that exists (default ./film.mp4)",
  },
  { name: "keep", kind: "switch", help: "Also leave scenes, voices and mix in a folder beside the film" },
  { name: "no-report", kind: "switch", help: "Skip measuring the finished file" },
  { name: "workers", value: "N", kind: "number", help: "Scene workers (default: one a processor)" },
  { name: "data", value: "FOLDER", kind: "text", help: "Where finished parts are kept (default $XDG_DATA_HOME/kinora)" },
  { name: "json", kind: "switch", help: "Progress and result as JSON lines" },
  { name: "quiet", kind: "switch", short: "q", help: "Say nothing but errors" },
  { name: "help", kind: "switch", short: "h", help: "Show this" },
];
