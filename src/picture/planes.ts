import type { FrameSize } from "../domain/frame.ts";

type Plane = { offset: number; width: number; height: number };

/** Where the three planes of an I420 frame lie; both sides even. */
function planesOf({ width, height }: FrameSize): [Plane, Plane, Plane] {
  const chroma = { width: width / 2, height: height / 2 };
  const luma = width * height;
  return [
    { offset: 0, width, height },
    { offset: luma, ...chroma },
    { offset: luma + luma / 4, ...chroma },
  ];
}

/** A frame of half the width and height (I420; both sides divisible by 4): each sample is the mean of four. */
export function halveFrame(frame: Uint8Array, size: FrameSize): Uint8Array {
  const half = { width: size.width / 2, height: size.height / 2 };
  const smaller = new Uint8Array(frame.length / 4);
  const targets = planesOf(half);
  planesOf(size).forEach((from, index) => {
    const to = targets[index]!;
    for (let y = 0; y < to.height; y++) {
      const row = from.offset + 2 * y * from.width;
      for (let x = 0; x < to.width; x++) {
        const at = row + 2 * x;
        const sum = frame[at]! + frame[at + 1]! + frame[at + from.width]! + frame[at + from.width + 1]!;
        smaller[to.offset + y * to.width + x] = (sum + 2) >> 2;
      }
    }
  });
  return smaller;
}

/** Sets a frame into a larger one (both I420) with its top left corner at `x`, `y`, both even; it must lie within. */
export function pasteFrame(page: Uint8Array, pageSize: FrameSize, frame: Uint8Array, size: FrameSize, x: number, y: number): void {
  const targets = planesOf(pageSize);
  planesOf(size).forEach((from, index) => {
    const to = targets[index]!;
    const share = to.width / pageSize.width;
    for (let row = 0; row < from.height; row++) {
      const source = from.offset + row * from.width;
      page.set(frame.subarray(source, source + from.width), to.offset + (y * share + row) * to.width + x * share);
    }
  });
}
