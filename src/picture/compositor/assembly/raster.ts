// A stored raster: its pixels with a border of one pixel all round, and for each row of cells the spans that can be seen.
// A cell (c, r) is the square between pixels (c, r) and (c + 1, r + 1), counted with the border: whatever falls into it is a
// mixture of those four. So one table serves whole-pixel, sub-pixel and scaled placement alike.
// Alpha is stored inverted (255 - a, or 32767 - a in 16 bits), which saves the blender a step.

export const BYTES: i32 = 0; // four bytes a pixel
export const WORDS: i32 = 1; // four 16-bit words a pixel: colour in 1/128, inverted alpha in 1/32767

const MIN_GAP: i32 = 8; // shorter transparent runs are blended: cheaper than one more span
const MIN_OPAQUE: i32 = 16; // shorter opaque runs are blended

@unmanaged
export class Raster {
  pixels: i32;
  stride: i32; // bytes
  width: i32; // without border
  height: i32;
  rows: i32; // u32 offsets of the first span of each cell row, height + 2 of them
  format: i32;
}

/** A span of cells: `from` and `to` in 16 bits each; the top bit of `from` says that all of it is opaque. */
export const SPAN_BYTES: i32 = 4;
export const OPAQUE_BIT: u32 = 0x8000;

/** Inverts the alpha of `count` pixels of four bytes. */
export function invertAlpha(pixels: i32, count: i32): void {
  const mask = i32x4.splat(0xff000000);
  const end = pixels + (count << 2);
  for (; pixels < end; pixels += 16) v128.store(pixels, v128.xor(v128.load(pixels), mask));
}

/** Four-byte pixels (alpha as it comes) to words, `count` of them. */
export function widen(from: i32, to: i32, count: i32): void {
  for (let i = 0; i < count; i++) {
    const a: i32 = load<u8>(from + 3);
    store<u16>(to, <u16>(<i32>load<u8>(from) << 7), 0);
    store<u16>(to, <u16>(<i32>load<u8>(from + 1) << 7), 2);
    store<u16>(to, <u16>(<i32>load<u8>(from + 2) << 7), 4);
    store<u16>(to, <u16>(32767 - (a << 7) - (a >> 1)), 6);
    from += 4;
    to += 8;
  }
}

// 0: all transparent, 1: mixed, 2: all opaque
// @ts-ignore: decorator
@inline
function cellKind(raster: Raster, p: i32): i32 {
  if (raster.format == BYTES) {
    const a = load<u32>(p), b = load<u32>(p + 4);
    const c = load<u32>(p + raster.stride), d = load<u32>(p + raster.stride + 4);
    if (((a & b & c & d) >> 24) == 255 && ((a | b | c | d) & 0xffffff) == 0) return 0;
    return ((a | b | c | d) >> 24) == 0 ? 2 : 1;
  }
  const a = load<u64>(p), b = load<u64>(p + 8);
  const c = load<u64>(p + raster.stride), d = load<u64>(p + raster.stride + 8);
  if (((a & b & c & d) >> 48) == 32767 && ((a | b | c | d) & 0xffffffffffff) == 0) return 0;
  return ((a | b | c | d) >> 48) == 0 ? 2 : 1;
}

let spanAt: i32 = 0; // 0 while only counting
let spanCount: i32 = 0;

function emit(from: i32, to: i32, opaque: bool): void {
  if (to <= from) return;
  if (spanAt != 0) {
    store<u16>(spanAt + spanCount * SPAN_BYTES, <u16>(from | (opaque ? OPAQUE_BIT : 0)));
    store<u16>(spanAt + spanCount * SPAN_BYTES, <u16>to, 2);
  }
  spanCount++;
}

// The spans of one row of cells: a blended span runs on over short gaps and short opaque runs.
function rowSpans(raster: Raster, row: i32): void {
  const step = raster.format == BYTES ? 4 : 8;
  const base = raster.pixels + row * raster.stride;
  const cells = raster.width + 1;
  let open = -1; // start of the blended span under way
  let c = 0;
  while (c < cells) {
    const kind = cellKind(raster, base + c * step);
    let end = c + 1;
    while (end < cells && cellKind(raster, base + end * step) == kind) end++;
    const breaks = kind == 0 ? end - c >= MIN_GAP || end == cells || open < 0 : kind == 2 && end - c >= MIN_OPAQUE;
    if (breaks) {
      if (open >= 0) emit(open, c, false);
      open = -1;
      if (kind == 2) emit(c, end, true);
    } else if (open < 0) open = c;
    c = end;
  }
  if (open >= 0) emit(open, cells, false);
}

/** How many spans the raster has. */
export function countSpans(raster: Raster): i32 {
  spanAt = 0;
  spanCount = 0;
  for (let row = 0; row <= raster.height; row++) rowSpans(raster, row);
  return spanCount;
}

/** Writes the raster's spans at `spans` and their row offsets at `raster.rows`. */
export function writeSpans(raster: Raster, spans: i32): void {
  spanAt = spans;
  spanCount = 0;
  for (let row = 0; row <= raster.height; row++) {
    store<u32>(raster.rows + (row << 2), spans + spanCount * SPAN_BYTES);
    rowSpans(raster, row);
  }
  store<u32>(raster.rows + ((raster.height + 1) << 2), spans + spanCount * SPAN_BYTES);
}

// @ts-ignore: decorator
@inline
function at(p: i32): v128 {
  return i32x4.extend_low_i16x8_u(v128.load64_zero(p));
}

// Running mean over 2 * radius + 1 pixels along a line of `count` pixels `step` bytes apart, ends repeated.
function meanLine(from: i32, to: i32, count: i32, step: i32, radius: i32): void {
  const last = from + (count - 1) * step;
  const size = 2 * radius + 1;
  const share = f32x4.splat(1.0 / <f32>size);
  let sum = i32x4.mul(at(from), i32x4.splat(radius + 1));
  for (let i = 1; i <= radius; i++) sum = i32x4.add(sum, at(min(from + i * step, last)));
  for (let i = 0; i < count; i++) {
    const mean = i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), share), f32x4.splat(0.5)));
    v128.store64_lane(to + i * step, i16x8.narrow_i32x4_s(mean, mean), 0);
    const gone = max(from, from + (i - radius) * step);
    const come = min(last, from + (i + radius + 1) * step);
    sum = i32x4.sub(i32x4.add(sum, at(come)), at(gone));
  }
}

/**
 * Takes the steps out of a gradient that came in 8 bits: where the mean of the neighbourhood is within one level of a channel,
 * the mean is taken (the idea of FFmpeg's gradfun). `count` pixels by rows without border; `spare`, `spare2` are as large.
 */
export function smoothGradient(pixels: i32, width: i32, height: i32, spare: i32, spare2: i32, radius: i32): void {
  const stride = width << 3;
  for (let y = 0; y < height; y++) meanLine(pixels + y * stride, spare + y * stride, width, 8, radius);
  for (let x = 0; x < width; x++) meanLine(spare + (x << 3), spare2 + (x << 3), height, stride, radius);
  const near = i16x8.splat(144);
  for (let i = 0; i < height * stride; i += 8) {
    const old = v128.load64_zero(pixels + i), mean = v128.load64_zero(spare2 + i);
    const close = i16x8.le_s(i16x8.abs(i16x8.sub(old, mean)), near);
    v128.store64_lane(pixels + i, v128.bitselect(mean, old, close), 0);
  }
}
