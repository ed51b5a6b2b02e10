import type { PictureSpec } from "../../../domain/picture.ts";
import { baseDirection } from "../../bidi.ts";
import type { ImageLayer } from "../../layer.ts";
import type { StyleMeans } from "../style.ts";
import { isSame } from "../text-block.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { LAYOUTS, type Layout } from "./layout.ts";

/** After a title, a strap that cannot stay so long does not come. */
const LEAST_SEC = 1.6;

/** What a scene is drawn with. The strap comes at `fromSec` and is gone by `untilSec`: before and after, large texts stand alone. */
export type Board = {
  picture: PictureSpec;
  means: StyleMeans;
  layout: Layout;
  unit: number;
  colours: Colours;
  headline: string;
  label: string;
  rightToLeft: boolean;
  fromSec: number;
  untilSec: number;
};

/** In a scene of more than this after it came, the strap leaves the picture alone again after a while. */
const LONG_SEC = 7;
const STAY_SEC = 5;

/** The strap is gone so long before the scene's picture is, which gives way to the next meanwhile. */
const GONE_SEC = 0.4;

/** Marks of quotation where they are not those of English. */
const MARKS: Record<string, readonly [string, string]> = { de: ["„", "“"], fr: ["« ", " »"], es: ["«", "»"], ja: ["「", "」"] };

function quoted(text: string, language: string): string {
  const [opening, closing] = MARKS[language.slice(0, 2)] ?? ["“", "”"];
  return opening + text + closing;
}

/** Labels that tell more than a word: figures and names. */
const TELLING = /\p{N}|\S\s\S|^\p{Lu}/u;
const MOST_LABELS = 2;
/** What is no longer than this is read in one line. */
const ONE_LINE = 46;

/** What the strap says: the scene's title, else its figures and names; where no captions say all that, also what somebody says in it, its first sentence or the film's title. Never what captions repeat. */
export function headlineOf({ facts, language = "en" }: PictureSpec): string {
  const { heading, saying, captioned, keywords = [], title = "" } = facts ?? {};
  if (heading !== undefined && !(captioned && saying && isSame(saying.text, heading))) return heading;
  const labels = keywords.filter((word) => TELLING.test(word) && !isPart(word, title)).slice(0, MOST_LABELS);
  if (captioned) return labels.join(" · ");
  if (saying?.quoted) return quoted(saying.text, language);
  if (saying && saying.text.length <= ONE_LINE) return saying.text;
  return labels.length > 1 || !saying ? labels.join(" · ") || title : saying.text;
}

const isPart = (word: string, text: string): boolean => text.toLowerCase().includes(word.toLowerCase());

/** The film's title in capitals, where the strap says something else. */
export function labelOf(picture: PictureSpec): string {
  const title = picture.facts?.title ?? "";
  const { language = "en" } = picture;
  return isSame(title, headlineOf(picture)) ? "" : title.toLocaleUpperCase(/^(tr|az|lt)\b/.test(language) ? language : "en");
}

/** Settles a scene's layout, colours and times. */
export function openBoard(picture: PictureSpec, means: StyleMeans): Board {
  const { facts, aspect, size, durationSec } = picture;
  const headline = headlineOf(picture);
  const card = (kind: string) => facts?.cards?.find((each) => each.kind === kind);
  const title = card("title");
  const fromSec = (title?.endSec ?? 0.35) - 0.1;
  const leavesSec = durationSec - fromSec > LONG_SEC ? fromSec + STAY_SEC : durationSec - GONE_SEC;
  const untilSec = Math.min(card("end")?.startSec ?? Number.POSITIVE_INFINITY, leavesSec);
  const isSaid = title !== undefined && (untilSec - fromSec < LEAST_SEC || headline === "" || isSame(headline, facts?.title ?? ""));
  return {
    picture,
    means,
    layout: LAYOUTS[aspect],
    unit: Math.min(size.width, size.height),
    colours: coloursOf(facts?.title ?? ""),
    headline: isSaid ? "" : headline,
    label: isSaid ? "" : labelOf(picture),
    rightToLeft: baseDirection(headline) === "rtl",
    fromSec,
    untilSec,
  };
}

/** A picture of the size of its SVG's body, in whole pixels. */
export function drawn(
  name: string,
  { width, height }: { width: number; height: number },
  body: string,
  at: ImageLayer["at"],
  scale?: number,
): ImageLayer {
  const [wide, high] = [Math.ceil(width), Math.ceil(height)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">${body}</svg>`;
  return { kind: "image", name, drawing: { svg, width: wide, height: high, ...(scale !== undefined && { scale }) }, at };
}
