import type { PictureSpec } from "../../../domain/picture.ts";
import { hashSeed, type Random, seededRandom } from "../../../domain/seed.ts";
import { baseDirection } from "../../bidi.ts";
import type { Layer } from "../../layer.ts";
import { changed } from "../../placing.ts";
import { seen } from "../motion.ts";
import type { StyleMeans } from "../style.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { type Layout, layoutOf, quoteOf } from "./layout.ts";

/** What follows a title for less than this has no print. */
const LEAST_SEC = 1.4;

/** While a scene gives way to the next, its print is gone so long before the end, and the other comes so long after the beginning. */
const GONE_SEC = 0.3;
const COMES_SEC = 0.3;

/** What a scene is drawn with. Print and words are there from `fromSec` until `untilSec`: before and after, large texts have the map to themselves. */
export type Board = {
  picture: PictureSpec;
  means: StyleMeans;
  layout: Layout;
  unit: number;
  colours: Colours;
  quote: string;
  quoted: boolean;
  rightToLeft: boolean;
  /** A stream of numbers of its own for each name. */
  stream: (name: string) => Random;
  fromSec: number;
  untilSec: number;
};

/** Settles a scene's layout, colours and times. */
export function openBoard(picture: PictureSpec, means: StyleMeans): Board {
  const { facts, size, visual, durationSec } = picture;
  const { text: quote, quoted } = quoteOf(picture);
  const seed = visual.kind === "scenery" ? hashSeed(visual.seed, visual.palette) : hashSeed(facts?.title ?? "", quote);
  const stream = (name: string): Random => seededRandom(hashSeed(seed, name));
  const card = (kind: string) => facts?.cards?.find((each) => each.kind === kind);
  const titleSec = card("title")?.endSec;
  const untilSec = Math.min(card("end")?.startSec ?? Number.POSITIVE_INFINITY, durationSec - GONE_SEC);
  const hasRoom = titleSec === undefined || Math.min(untilSec, durationSec) - titleSec > LEAST_SEC;
  return {
    picture,
    means,
    layout: layoutOf(picture),
    unit: Math.min(size.width, size.height),
    colours: coloursOf(facts?.title ?? ""),
    quote,
    quoted,
    rightToLeft: baseDirection(quote) === "rtl",
    stream,
    fromSec: titleSec === undefined ? COMES_SEC : hasRoom ? titleSec - 0.4 : Number.POSITIVE_INFINITY,
    untilSec,
  };
}

/** Layers that are seen only while no large text has the map to itself; they come `afterSec` after the others. */
export const shown = ({ fromSec, untilSec }: Board, layers: Layer[], afterSec = 0): Layer[] =>
  changed(layers, (place, timeSec) => {
    const from = Math.max(fromSec, afterSec > 0 ? 0 : fromSec) + afterSec;
    return { ...place, opacity: (place.opacity ?? 1) * seen(timeSec, from, untilSec, 0.7, 0.5) };
  });
