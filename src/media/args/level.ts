import type { FrameSize } from "../../domain/frame.ts";

/** H.264 levels with the most macroblocks a second and a frame that each allows: ITU-T H.264 table A-1. */
const LEVELS: [level: string, perSecond: number, perFrame: number][] = [
  ["3.0", 40_500, 1_620],
  ["3.1", 108_000, 3_600],
  ["3.2", 216_000, 5_120],
  ["4.0", 245_760, 8_192],
  ["4.2", 522_240, 8_704],
  ["5.0", 589_824, 22_080],
  ["5.1", 983_040, 36_864],
  ["5.2", 2_073_600, 36_864],
];

/** The lowest H.264 level, from 3.0 to 5.2, that a picture size and rate fit in. */
export function h264Level({ width, height }: FrameSize, fps: number): string {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  return (LEVELS.find(([, perSecond, perFrame]) => blocks <= perFrame && blocks * fps <= perSecond) ?? LEVELS.at(-1)!)[0];
}
