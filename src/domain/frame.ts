import { z } from "zod";

/** The shape of the picture: width to height. */
export const Aspect = z.enum(["16:9", "9:16", "1:1"]);
export type Aspect = z.infer<typeof Aspect>;

/** The short side of the picture in lines. */
export const Quality = z.enum(["480p", "720p", "1080p", "1440p"]);
export type Quality = z.infer<typeof Quality>;

/** How much work the encoder does for each frame. */
export const Effort = z.enum(["draft", "standard", "best"]);
export type Effort = z.infer<typeof Effort>;

/** A picture size in pixels, both even. */
export type FrameSize = { width: number; height: number };

const SHORT_SIDE: Record<Quality, number> = { "480p": 480, "720p": 720, "1080p": 1080, "1440p": 1440 };
const even = (value: number): number => 2 * Math.round(value / 2);

/** Size in pixels for an aspect and a quality: 16:9 at 480p is 854x480. */
export function frameSize(aspect: Aspect, quality: Quality): FrameSize {
  const short = SHORT_SIDE[quality];
  const long = even((short * 16) / 9);
  if (aspect === "16:9") return { width: long, height: short };
  if (aspect === "9:16") return { width: short, height: long };
  return { width: short, height: short };
}
