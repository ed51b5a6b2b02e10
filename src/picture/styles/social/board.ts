import type { PictureSpec } from "../../../domain/picture.ts";
import { hashSeed, type Random, seededRandom } from "../../../domain/seed.ts";
import type { Point } from "../../placing.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { headlineOf } from "./headline-text.ts";
import { type Layout, layoutOf } from "./layout.ts";

/** What a scene is drawn with: its frame, its colours, a stream of numbers for each part, and until when its things stay. */
export type Board = {
  picture: PictureSpec;
  layout: Layout;
  unit: number;
  colours: Colours;
  stream: (name: string) => Random;
  untilSec: number;
};

/** Settles a scene's layout and colours. */
export function openBoard(picture: PictureSpec): Board {
  const { visual, aspect, size, facts } = picture;
  const seed = visual.kind === "scenery" ? hashSeed(visual.seed, visual.palette) : hashSeed(facts?.title ?? "", facts?.heading ?? "");
  const stream = (name: string): Random => seededRandom(hashSeed(seed, name));
  return {
    picture,
    layout: layoutOf(aspect, headlineOf(picture) !== ""),
    unit: Math.min(size.width, size.height),
    colours: coloursOf(
      visual.kind === "scenery" ? visual.palette : "night",
      facts?.step ? hashSeed(facts.title ?? "") + facts.step.index : seed,
    ),
    stream,
    untilSec: facts?.cards?.find(({ kind }) => kind === "end")?.startSec ?? Number.POSITIVE_INFINITY,
  };
}

/** A place of the layout in pixels. */
export const at = ({ picture: { size } }: Board, { x, y }: Point): Point => ({ x: x * size.width, y: y * size.height });
