// One row of the frame. From front to back each layer's spans claim what no opaque span before them has covered; then, from back
// to front, what was claimed is drawn. So no pixel is drawn that an opaque one will hide.

import { clearRun, drawBytes, drawCells, drawStretched, lineOfBytes, lineOfWords } from "./blit";
import { CELLS, cellStart, Command, DIRECT } from "./command";
import { BYTES, OPAQUE_BIT, SPAN_BYTES } from "./raster";

const ITEM_BYTES: i32 = 24;
const MAX_ITEMS: i32 = 20000;
const MAX_RUNS: i32 = 4096;
const MIN_COVER: i32 = 32; // narrower opaque spans hide nothing: less drawing would not pay for more runs
const LINE_BYTES: i32 = (16384 + 16) * 8;
/** Bytes of working space the row maker needs. */
export const ROW_BYTES: i32 = ITEM_BYTES * MAX_ITEMS + 2 * 8 * MAX_RUNS + LINE_BYTES + 64;

@unmanaged
class Item {
  command: Command;
  row: i32; // of cells
  weight: i32; // of the lower line, of 32768; direct: unused
  from: i32;
  to: i32;
  opaque: i32;
}

@unmanaged
class Run {
  from: i32;
  to: i32;
}

let items: i32 = 0;
let itemCount: i32 = 0;
let open: i32 = 0; // runs of the row nothing opaque covers yet
let spare: i32 = 0;
let openCount: i32 = 0;
let spareCount: i32 = 0;
let line: i32 = 0;

/** Tells where the working space is. */
export function placeRow(space: i32): void {
  items = space;
  open = items + ITEM_BYTES * MAX_ITEMS;
  spare = open + 8 * MAX_RUNS;
  line = spare + 8 * MAX_RUNS;
}

// @ts-ignore: decorator
@inline
function run(list: i32, index: i32): Run {
  return changetype<Run>(list + (index << 3));
}

// @ts-ignore: decorator
@inline
function addItem(command: Command, row: i32, weight: i32, from: i32, to: i32, opaque: bool): void {
  if (itemCount == MAX_ITEMS) return;
  const item = changetype<Item>(items + itemCount++ * ITEM_BYTES);
  item.command = command;
  item.row = row;
  item.weight = weight;
  item.from = from;
  item.to = to;
  item.opaque = opaque ? 1 : 0;
}

// @ts-ignore: decorator
@inline
function keep(from: i32, to: i32): void {
  if (to <= from || spareCount == MAX_RUNS) return;
  const kept = run(spare, spareCount++);
  kept.from = from;
  kept.to = to;
}

// The open runs from `at` on, of which the first begins at `begin`, that lie within [from, to) are claimed.
// @ts-ignore: decorator
@inline
function claim(command: Command, row: i32, weight: i32, at: i32, begin: i32, from: i32, to: i32, opaque: bool): void {
  for (; at < openCount; at++) {
    const one = run(open, at);
    if (begin < 0) begin = one.from;
    if (begin >= to) break;
    if (one.to > from) addItem(command, row, weight, max(from, begin), min(to, one.to), opaque);
    begin = -1;
  }
}

function claimSpans(command: Command, y: i32): void {
  const raster = command.raster;
  let row: i32, weight = 0;
  if (command.path == DIRECT) row = y + command.shiftY;
  else {
    const v = (<f64>y - command.originY) * command.inverse;
    const whole = Math.floor(v);
    row = <i32>whole;
    weight = <i32>((v - whole) * 32768.0);
  }
  if (row < 0 || row > raster.height) return;
  const rows = raster.rows + (row << 2);
  walkSpans(command, row, weight, load<u32>(rows), load<u32>(rows, 4));
}

// Spans and open runs are both in order, so one walk along both is enough. What an opaque span covers is left out of the next open runs.
function walkSpans(command: Command, row: i32, weight: i32, span: i32, end: i32): void {
  const solid = command.opacity >= 32767;
  let at = 0, begin = run(open, 0).from;
  let covers = false;
  spareCount = 0;
  for (; span < end && at < openCount; span += SPAN_BYTES) {
    const first: i32 = load<u16>(span);
    const from = max(cellStart(command, first & ~OPAQUE_BIT), command.left);
    const to = min(cellStart(command, load<u16>(span, 2)), command.right);
    if (from >= to) continue;
    while (at < openCount && run(open, at).to <= from) {
      keep(begin, run(open, at).to);
      if (++at < openCount) begin = run(open, at).from;
    }
    const opaque = solid && (first & OPAQUE_BIT) != 0;
    claim(command, row, weight, at, begin, from, to, opaque);
    if (!opaque || to - from < MIN_COVER) continue;
    while (at < openCount && begin < to) {
      covers = true;
      keep(begin, min(from, run(open, at).to));
      if (run(open, at).to > to) {
        begin = to;
        break;
      }
      if (++at < openCount) begin = run(open, at).from;
    }
  }
  if (!covers) return;
  for (; at < openCount; begin = run(open, at).from) {
    keep(begin, run(open, at).to);
    if (++at == openCount) break;
  }
  const old = open;
  open = spare;
  spare = old;
  openCount = spareCount;
}

let touched: i32 = 0;

// Reads a word of each line of cache that drawing the item will read. Loads that wait for nothing wait together for far memory; those
// between the sums of pixels wait one after the other. Of two rows only the lower one is new: the upper one was it a row before.
function touchItem(item: Item): void {
  const command = item.command, raster = command.raster;
  let first = item.from + command.shiftX, count = item.to - item.from;
  if (command.path != DIRECT) {
    first = max(0, <i32>((<f64>item.from - command.originX) * command.inverse));
    count = min(raster.width + 1 - first, <i32>(<f64>count * command.inverse) + 2);
  }
  const step = raster.format == BYTES ? 2 : 3;
  const lower = command.path != DIRECT || (command.w2 | command.w3) != 0 ? 1 : 0;
  const start = raster.pixels + (item.row + lower) * raster.stride + (first << step);
  const end = start + (count << step);
  let sum = 0;
  for (let at = start; at < end; at += 64) sum += load<i32>(at);
  touched += sum;
}

// Pixels of a scaled item: a line between two lines of the raster, then along it.
function drawScaled(item: Item, to: i32): void {
  const command = item.command, raster = command.raster;
  const u = (<f64>item.from - command.originX) * command.inverse;
  const last = (<f64>(item.to - 1) - command.originX) * command.inverse;
  const first = max(0, <i32>Math.floor(u)), count = min(raster.width + 1, <i32>Math.floor(last) + 1) - first + 1;
  const step = raster.format == BYTES ? 2 : 3;
  let source = raster.pixels + item.row * raster.stride + (first << step);
  if (raster.format == BYTES) {
    lineOfBytes(source, raster.stride, line, count, item.weight, command.opacity);
    source = line;
  } else if (item.weight != 0 || command.opacity < 32767) {
    lineOfWords(source, raster.stride, line, count, item.weight, command.opacity);
    source = line;
  }
  const wide = <i64>Math.floor(command.inverse * 4294967296.0);
  const start = max<i64>(0, <i64>Math.floor((u - <f64>first) * 4294967296.0));
  if (command.path != CELLS) {
    drawStretched(source, to, item.to - item.from, start, wide, item.opaque != 0);
    return;
  }
  drawWholeCells(item, source, to, first, start, wide);
}

// Cells that are wholly seen are drawn by cells, what is left at both ends by pixels.
function drawWholeCells(item: Item, source: i32, to: i32, first: i32, start: i64, wide: i64): void {
  const command = item.command, times = <i32>command.scale;
  const opaque = item.opaque != 0;
  let cell = first, begin = cellStart(command, cell);
  if (item.from > begin) {
    cell++;
    begin += times;
  }
  begin = min(begin, item.to);
  const head = begin - item.from;
  if (head > 0) drawStretched(source, to, head, start, wide, opaque);
  const count = (item.to - begin) / times;
  const into = <i32>(((<f64>begin - command.originX) * command.inverse - <f64>cell) * 32768.0);
  if (count > 0) drawCells(source + (cell - first << 3), to + (head << 3), count, max(0, into), times, opaque);
  const done = begin + count * times;
  if (done < item.to) {
    const u = start + wide * <i64>(done - item.from);
    drawStretched(source, to + (done - item.from << 3), item.to - done, u, wide, opaque);
  }
}

function drawItem(item: Item, row: i32): void {
  const command = item.command, to = row + (item.from << 3);
  if (command.path != DIRECT) {
    drawScaled(item, to);
    return;
  }
  const raster = command.raster;
  const from = raster.pixels + item.row * raster.stride + (item.from + command.shiftX << 2);
  drawBytes(from, raster.stride, to, item.to - item.from, command.w0, command.w1, command.w2, command.w3, item.opaque != 0);
}

/** Draws row `y` of the commands listed (back to front, pointers) at `row`, over black, or over what is there when `keep`. */
export function drawRow(list: i32, count: i32, row: i32, y: i32, width: i32, keep: bool): void {
  itemCount = 0;
  openCount = 1;
  run(open, 0).from = 0;
  run(open, 0).to = width;
  for (let i = count - 1; i >= 0 && openCount > 0; i--) {
    const command = changetype<Command>(load<i32>(list + (i << 2)));
    if (y >= command.top && y < command.bottom) claimSpans(command, y);
  }
  if (!keep) for (let i = 0; i < openCount; i++) clearRun(row + (run(open, i).from << 3), run(open, i).to - run(open, i).from);
  for (let i = itemCount - 1; i >= 0; i--) touchItem(changetype<Item>(items + i * ITEM_BYTES));
  for (let i = itemCount - 1; i >= 0; i--) drawItem(changetype<Item>(items + i * ITEM_BYTES), row);
}
