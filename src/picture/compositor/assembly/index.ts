// The compositor: lists of commands to an I420 frame, two rows at a time, so that the work stays in the nearest cache.

import { Command, COMMAND_BYTES, prepare } from "./command";
import { mixRows } from "./blit";
import { drawRow, placeRow, ROW_BYTES } from "./row";
import { convertPair, makePattern, PATTERN_BYTES } from "./yuv";

export { countSpans, invertAlpha, smoothGradient, widen, writeSpans } from "./raster";

const BAND: i32 = 16; // rows for which the commands that matter are listed anew
const SLACK: i32 = 128;

let width: i32 = 0;
let height: i32 = 0;
let rows: i32 = 0;
let rowBytes: i32 = 0;
let lists: i32 = 0;
let capacity: i32 = 0;

/** Where free memory begins. */
export function heapBase(): i32 {
  return <i32>__heap_base;
}

/** Bytes of working space for frames `width` pixels wide and up to `commands` commands. */
export function spaceFor(width: i32, commands: i32): i32 {
  return PATTERN_BYTES + ROW_BYTES + 4 * (width * 8 + SLACK) + 3 * 4 * commands + 64;
}

/** Sets the frame's size (even) and the working space. */
export function open(frameWidth: i32, frameHeight: i32, commands: i32, space: i32): void {
  width = frameWidth;
  height = frameHeight;
  capacity = commands;
  makePattern(space);
  placeRow(space + PATTERN_BYTES);
  rows = space + PATTERN_BYTES + ROW_BYTES;
  rowBytes = width * 8 + SLACK;
  lists = rows + 4 * rowBytes;
}

// Lists those of `count` commands at `from` that touch rows [y, y + BAND), and says how many.
function listBand(from: i32, count: i32, list: i32, y: i32): i32 {
  let found = 0;
  for (let i = 0; i < count; i++, from += COMMAND_BYTES) {
    const command = changetype<Command>(from);
    if (command.top < y + BAND && command.bottom > y) store<i32>(list + (found++ << 2), from);
  }
  return found;
}

/**
 * Draws a frame at `out`. `commands` holds three lists, one behind the other: the picture, the picture that gives way to it, and
 * what stands over both. `mix` (of 32767) is how far the picture has come; at 32767 the second list is not drawn.
 */
export function render(out: i32, commands: i32, picture: i32, before: i32, above: i32, mix: i32): void {
  for (let i = 0; i < picture + before + above; i++) prepare(changetype<Command>(commands + i * COMMAND_BYTES));
  const mixing = mix < 32767;
  const listA = lists, listB = lists + capacity * 4, listC = listB + capacity * 4;
  const fromB = commands + picture * COMMAND_BYTES, fromC = fromB + before * COMMAND_BYTES;
  let a = 0, b = 0, c = 0;
  for (let y = 0; y < height; y += 2) {
    if ((y & (BAND - 1)) == 0) {
      a = listBand(commands, picture, listA, y);
      b = mixing ? listBand(fromB, before, listB, y) : 0;
      c = listBand(fromC, above, mixing ? listC : listA + (a << 2), y);
    }
    for (let i = 0; i < 2; i++) {
      const row = rows + i * rowBytes;
      if (!mixing) drawRow(listA, a + c, row, y + i, width, false);
      else {
        const other = row + 2 * rowBytes;
        drawRow(listB, b, row, y + i, width, false);
        drawRow(listA, a, other, y + i, width, false);
        mixRows(row, other, width, mix);
        if (c > 0) drawRow(listC, c, row, y + i, width, true);
      }
    }
    convertPair(rows, rows + rowBytes, out, width, height, y);
  }
}
