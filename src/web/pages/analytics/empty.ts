import type { Analytics } from "../../../client/analytics.ts";
import { sayDayAndTime } from "../../say.ts";
import { RANGE_WORDS } from "./choices.ts";

/** Why there is nothing to draw: what did not happen, and since when anybody has looked. */
export function sayEmpty(what: string, { range, measured_since }: Analytics): string {
  const since = measured_since ? ` Measured since ${sayDayAndTime(new Date(measured_since))}.` : " Nothing has been measured yet.";
  return `${what} in ${RANGE_WORDS[range]}.${since}`;
}
