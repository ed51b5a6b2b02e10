import type { PictureSpec } from "../../../domain/picture.ts";
import { baseDirection } from "../../bidi.ts";
import type { StyleMeans } from "../style.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { type Layout, layoutOf } from "./layout.ts";

/** What a scene is drawn with. Its things come at `fromSec` and are gone by `untilSec`: before and after, large texts have the paper to themselves. */
export type Board = {
  picture: PictureSpec;
  means: StyleMeans;
  layout: Layout;
  unit: number;
  colours: Colours;
  headline: string;
  rightToLeft: boolean;
  fromSec: number;
  untilSec: number;
  /** When in the film the scene begins: the paper is the same from scene to scene. */
  startSec: number;
};

/** What stands large in the column. */
export const headlineOf = ({ facts }: PictureSpec): string => facts?.heading ?? facts?.phrase ?? facts?.title ?? "";

/** Settles a scene's layout, colours and times. */
export function openBoard(picture: PictureSpec, means: StyleMeans): Board {
  const { facts, aspect, size } = picture;
  const headline = headlineOf(picture);
  const card = (kind: string) => facts?.cards?.find((each) => each.kind === kind);
  return {
    picture,
    means,
    layout: layoutOf(aspect, size, headline !== ""),
    unit: Math.min(size.width, size.height),
    colours: coloursOf(facts?.title ?? "", facts?.step?.index),
    headline,
    rightToLeft: baseDirection(headline) === "rtl",
    fromSec: (card("title")?.endSec ?? 0.3) - 0.2,
    untilSec: card("end")?.startSec ?? Number.POSITIVE_INFINITY,
    startSec: startOf(picture),
  };
}

function startOf({ facts, durationSec }: PictureSpec): number {
  const { from, to } = facts?.progress ?? { from: 0, to: 1 };
  return to > from ? (from * durationSec) / (to - from) : 0;
}
