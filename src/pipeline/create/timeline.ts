import { buildTimeline } from "../../domain/timeline.ts";
import { styleOf } from "../../picture/styles.ts";
import type { Stage } from "../stage.ts";
import { fitsTarget, hasCards, targetSec } from "./target.ts";

/** Storyboard and voices to the place of everything. */
export const timeline: Stage<"timeline"> = async ({ order: { request }, from }) => {
  const storyboard = from("plan");
  const target = targetSec(request);
  return buildTimeline(storyboard, from("speech").spoken, {
    fps: request.fps,
    fit: fitsTarget(request),
    cards: hasCards(storyboard),
    transition: styleOf(request).transition,
    ...(target === undefined ? {} : { targetSec: target }),
  });
};
