// One thing to draw: a raster, where, how large, how visible. The host writes the upper part, `prepare` the lower.

import { BYTES, Raster } from "./raster";

export const DIRECT: i32 = 0; // bytes at their own size
export const CELLS: i32 = 1; // enlarged 2, 4 or 8 times
export const STRETCH: i32 = 2; // any size

@unmanaged
export class Command {
  raster: Raster;
  left: i32; // clip, in output pixels
  top: i32;
  right: i32;
  bottom: i32;
  opacity: i32; // 0..32767
  x: f64; // where the raster's own corner (without border) is, in output pixels
  y: f64;
  scale: f64; // output pixels to a pixel of the raster

  path: i32;
  shiftX: i32; // direct: cell = x + shiftX
  shiftY: i32;
  w0: i32; // direct: weights of the four pixels of a cell, of 128
  w1: i32;
  w2: i32;
  w3: i32;
  originX: f64; // scaled: cell c begins at x = ceil(scale * c + originX)
  originY: f64;
  inverse: f64;
}

/** Size of a command in the host's list. */
export const COMMAND_BYTES: i32 = 128;

function prepareDirect(command: Command): void {
  const x = <i32>Math.floor(command.x * 128.0 + 0.5), y = <i32>Math.floor(command.y * 128.0 + 0.5);
  const partX = x & 127, partY = y & 127;
  command.shiftX = (partX == 0 ? 1 : 0) - (x >> 7);
  command.shiftY = (partY == 0 ? 1 : 0) - (y >> 7);
  const right = partX == 0 ? 0 : 128 - partX, below = partY == 0 ? 0 : 128 - partY;
  const all = (command.opacity + 128) >> 8;
  const both = (right * below * all + 8192) >> 14;
  command.w3 = both;
  command.w2 = ((below * all + 64) >> 7) - both;
  command.w1 = ((right * all + 64) >> 7) - both;
  command.w0 = all - command.w1 - command.w2 - both;
  if (command.w0 < 0) {
    command.w1 += command.w0;
    command.w0 = 0;
  }
}

/** Works out how the command is drawn, once a frame. */
export function prepare(command: Command): void {
  const scale = command.scale;
  if (command.raster.format == BYTES && scale == 1.0) {
    command.path = DIRECT;
    prepareDirect(command);
    return;
  }
  command.path = scale == 2.0 || scale == 4.0 || scale == 8.0 ? CELLS : STRETCH;
  command.originX = command.x - 0.5 - 0.5 * scale;
  command.originY = command.y - 0.5 - 0.5 * scale;
  command.inverse = 1.0 / scale;
}

/** The first output column of a cell. */
// @ts-ignore: decorator
@inline
export function cellStart(command: Command, cell: i32): i32 {
  if (command.path == DIRECT) return cell - command.shiftX;
  return <i32>Math.ceil(command.scale * <f64>cell + command.originX);
}
