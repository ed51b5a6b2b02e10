import { KinoraError } from "../../domain/error.ts";
import type { Raster } from "../layer.ts";
import type { Arena } from "./arena.ts";
import { type Box, visibleBox, widenBox } from "./bounds.ts";
import type { CompositorProgram } from "./program.ts";

/** How a raster is kept. */
export type UploadOptions = {
  /** Output pixels to a pixel of the raster, 1 by default. */
  unit?: number;
  /** Kept in 16 bits with the steps of its gradients smoothed: for skies, glows, clouds. Its edges are repeated outwards. */
  soft?: boolean;
  /** What lies beyond the edge when placed between pixels: nothing ("clear", the default) or the edge itself ("repeat"). */
  edge?: "clear" | "repeat";
};

/** A raster in the compositor's memory, trimmed to what can be seen. */
export type Uploaded = {
  /** The raster's record, or 0 when nothing of it can be seen. */
  readonly record: number;
  /** The part that is kept, in the raster's own pixels. */
  readonly box: Box;
  readonly unit: number;
  readonly repeats: boolean;
  readonly blocks: number[];
};

const RECORD_BYTES = 24;
const BORDER = 2;
/** The working line of `assembly/row.ts` holds 16,384 pixels. */
const MOST_SIDE = 16_000;
/** Reach of the gradient smoothing, in output pixels. */
const SMOOTH_REACH = 40;

const NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Stores a raster with its border and its spans. */
export function uploadRaster(program: CompositorProgram, arena: Arena, raster: Raster, options: UploadOptions = {}): Uploaded {
  const { unit = 1, soft = false, edge = soft ? "repeat" : "clear" } = options;
  if (Math.max(raster.width, raster.height) > MOST_SIDE) {
    throw new KinoraError("internal", `A picture of ${raster.width} by ${raster.height} pixels is too large to draw.`);
  }
  const seen = visibleBox(raster);
  if (!seen) return { record: 0, box: NOTHING, unit, repeats: false, blocks: [] };
  const repeats = edge === "repeat";
  const box = repeats ? widenBox(seen, 1, raster) : seen;
  const pixels = soft ? storeSoft(program, arena, raster, box, unit) : storeBytes(program, arena, raster, box, repeats);
  const record = arena.alloc(RECORD_BYTES);
  const rows = arena.alloc((box.height + 2) * 4);
  const stride = (box.width + BORDER) * (soft ? 8 : 4);
  new Int32Array(program.memory.buffer, record, 6).set([pixels, stride, box.width, box.height, rows, soft ? 1 : 0]);
  const spans = arena.alloc(program.countSpans(record) * 4);
  program.writeSpans(record, spans);
  return { record, box, unit, repeats, blocks: [pixels, record, rows, spans] };
}

function storeBytes(program: CompositorProgram, arena: Arena, raster: Raster, box: Box, repeats: boolean): number {
  const stride = (box.width + BORDER) * 4;
  const size = stride * (box.height + BORDER);
  const at = arena.alloc(size);
  const memory = new Uint8Array(program.memory.buffer);
  memory.fill(0, at, at + size);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * raster.width + box.x) * 4;
    memory.set(raster.pixels.subarray(from, from + box.width * 4), at + (y + 1) * stride + 4);
  }
  if (repeats) repeatEdges(memory, at, stride, box.height, 4);
  program.invertAlpha(at, size >> 2);
  return at;
}

function storeSoft(program: CompositorProgram, arena: Arena, raster: Raster, box: Box, unit: number): number {
  const inner = box.width * 8;
  const stride = inner + BORDER * 8;
  const at = arena.alloc(stride * (box.height + BORDER));
  const [words, spare, spare2] = [0, 0, 0].map(() => arena.alloc(inner * box.height)) as [number, number, number];
  const memory = new Uint8Array(program.memory.buffer);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * raster.width + box.x) * 4;
    memory.set(raster.pixels.subarray(from, from + box.width * 4), spare + y * box.width * 4);
  }
  program.widen(spare, words, box.width * box.height);
  program.smoothGradient(words, box.width, box.height, spare, spare2, Math.max(2, Math.round(SMOOTH_REACH / unit)));
  for (let y = 0; y < box.height; y++) memory.copyWithin(at + (y + 1) * stride + 8, words + y * inner, words + (y + 1) * inner);
  repeatEdges(memory, at, stride, box.height, 8);
  for (const block of [words, spare, spare2]) arena.release(block);
  return at;
}

function repeatEdges(memory: Uint8Array, at: number, stride: number, height: number, bytes: number): void {
  for (let y = 1; y <= height; y++) {
    const row = at + y * stride;
    memory.copyWithin(row, row + bytes, row + 2 * bytes);
    memory.copyWithin(row + stride - bytes, row + stride - 2 * bytes, row + stride - bytes);
  }
  memory.copyWithin(at, at + stride, at + 2 * stride);
  const last = at + height * stride;
  memory.copyWithin(last + stride, last, last + stride);
}
