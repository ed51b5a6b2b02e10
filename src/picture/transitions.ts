import type { FrameSize } from "../domain/frame.ts";
import type { Transition } from "../domain/storyboard.ts";
import { smoothstep } from "./camera.ts";
import type { DrawCommand, FrameContent } from "./compositor/compositor.ts";
import type { Area } from "./layer.ts";
import { cropped, enlarged, moved } from "./placing.ts";

/** How two pictures stand in one frame: `progress` (0..1, exclusive) is how far the later one has come. */
export type Staging = (progress: number, size: FrameSize, later: DrawCommand[], earlier: DrawCommand[]) => FrameContent;

const ZOOM_OUT = 0.7;
const ZOOM_IN = 0.35;

/** A gentle start, a quick middle, a gentle end: 0 to 1 as `x` goes from 0 to 1. */
const ease = (x: number): number => (x < 0.5 ? 4 * x ** 3 : 1 - (2 - 2 * x) ** 3 / 2);

/** The frame in two along its longer side: the first `come` pixels, and the rest. */
function halves({ width, height }: FrameSize, come: number): [Area, Area] {
  return width < height
    ? [
        { x: 0, y: 0, width, height: come },
        { x: 0, y: come, width, height: height - come },
      ]
    : [
        { x: 0, y: 0, width: come, height },
        { x: come, y: 0, width: width - come, height },
      ];
}

/** The later picture pushes the earlier one out along the frame's longer side. */
const slide: Staging = (progress, size, later, earlier) => {
  const long = Math.max(size.width, size.height);
  const left = long - Math.round(long * ease(progress));
  const [kept, taken] = halves(size, left);
  const gone = along(size, left - long);
  const come = along(size, left);
  return {
    picture: [
      ...earlier.map((command) => cropped(moved(command, gone.x, gone.y), kept)),
      ...later.map((command) => cropped(moved(command, come.x, come.y), taken)),
    ],
  };
};

/** So far along the longer side. */
const along = ({ width, height }: FrameSize, by: number): { x: number; y: number } => (width < height ? { x: 0, y: by } : { x: by, y: 0 });

/** The later picture is uncovered in its place. */
const wipe: Staging = (progress, size, later, earlier) => {
  const [come, rest] = halves(size, Math.round(Math.max(size.width, size.height) * ease(progress)));
  return { picture: [...earlier.map((command) => cropped(command, rest)), ...later.map((command) => cropped(command, come))] };
};

/** Through the earlier picture into the later one. */
const zoom: Staging = (progress, size, later, earlier) => {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const left = (1 - progress) ** 2;
  return {
    picture: later.map((command) => enlarged(command, middle, 1 + ZOOM_IN * left)),
    before: earlier.map((command) => enlarged(command, middle, 1 + ZOOM_OUT * progress ** 2)),
    share: smoothstep((progress - 0.25) / 0.45),
  };
};

/** Every way in which one scene gives way to the next. */
export const TRANSITIONS: Record<Transition, Staging> = {
  dissolve: (progress, _size, picture, before) => ({ picture, before, share: smoothstep(progress) }),
  slide,
  wipe,
  zoom,
  cut: (_progress, _size, picture) => ({ picture }),
};
