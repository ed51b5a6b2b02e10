// Drawing a run of pixels onto a row. A row holds four 16-bit words a pixel: colour in 1/128 (0..32640) and a word of no meaning.
// Sources come premultiplied with inverted alpha; weights that add up to 128 turn bytes into that scale without a shift.
// Additions saturate: a pixel whose colour exceeds its alpha (by rounding, or drawn so) may add up to more than white.
// Relaxed multiplication differs between machines for -32768 times itself alone; one factor here is never negative.

// @ts-ignore: decorator
@inline
function over(source: v128, below: v128): v128 {
  const inverse = v128.shuffle<i16>(source, source, 3, 3, 3, 3, 7, 7, 7, 7);
  return i16x8.add_sat_s(source, i16x8.relaxed_q15mulr_s(below, inverse));
}

// The same with the inverted alpha in 1/32640.
// @ts-ignore: decorator
@inline
function overBytes(source: v128, below: v128): v128 {
  const inverse = v128.shuffle<i16>(source, source, 3, 3, 3, 3, 7, 7, 7, 7);
  return i16x8.add_sat_s(source, i16x8.relaxed_q15mulr_s(below, i16x8.add(inverse, i16x8.shr_u(inverse, 8))));
}

// @ts-ignore: decorator
@inline
function low(p: v128): v128 {
  return i16x8.extend_low_i8x16_u(p);
}

// @ts-ignore: decorator
@inline
function high(p: v128): v128 {
  return i16x8.extend_high_i8x16_u(p);
}

// @ts-ignore: decorator
@inline
function put(to: i32, value: v128, opaque: bool): void {
  v128.store(to, opaque ? value : overBytes(value, v128.load(to)));
}

// @ts-ignore: decorator
@inline
function putOne(to: i32, value: v128, opaque: bool): void {
  v128.store64_lane(to, opaque ? value : overBytes(value, v128.load64_zero(to)), 0);
}

// `rest` is what the inverted alpha gains by the opacity: 255 * (128 - opacity) in the alpha words.
// @ts-ignore: decorator
@inline
function oneTap(from: i32, to: i32, count: i32, w: v128, rest: v128, opaque: bool): void {
  for (; count >= 4; count -= 4) {
    const p = v128.load(from);
    put(to, i16x8.add(rest, i16x8.mul(low(p), w)), opaque);
    put(to + 16, i16x8.add(rest, i16x8.mul(high(p), w)), opaque);
    from += 16;
    to += 32;
  }
  for (; count > 0; count--) {
    putOne(to, i16x8.add(rest, i16x8.mul(low(v128.load32_zero(from)), w)), opaque);
    from += 4;
    to += 8;
  }
}

// @ts-ignore: decorator
@inline
function twoTaps(from: i32, next: i32, to: i32, count: i32, w0: v128, w1: v128, rest: v128, opaque: bool): void {
  for (; count >= 4; count -= 4) {
    const p = v128.load(from), q = v128.load(from + next);
    put(to, i16x8.add(rest, i16x8.add(i16x8.mul(low(p), w0), i16x8.mul(low(q), w1))), opaque);
    put(to + 16, i16x8.add(rest, i16x8.add(i16x8.mul(high(p), w0), i16x8.mul(high(q), w1))), opaque);
    from += 16;
    to += 32;
  }
  for (; count > 0; count--) {
    const p = low(v128.load32_zero(from)), q = low(v128.load32_zero(from + next));
    putOne(to, i16x8.add(rest, i16x8.add(i16x8.mul(p, w0), i16x8.mul(q, w1))), opaque);
    from += 4;
    to += 8;
  }
}

// @ts-ignore: decorator
@inline
function mix4(a: v128, b: v128, c: v128, d: v128, w0: v128, w1: v128, w2: v128, w3: v128, rest: v128): v128 {
  const top = i16x8.add(i16x8.mul(a, w0), i16x8.mul(b, w1));
  return i16x8.add(i16x8.add(rest, top), i16x8.add(i16x8.mul(c, w2), i16x8.mul(d, w3)));
}

// @ts-ignore: decorator
@inline
function fourTaps(from: i32, stride: i32, to: i32, count: i32, w0: v128, w1: v128, w2: v128, w3: v128, rest: v128, opaque: bool): void {
  for (; count >= 4; count -= 4) {
    const a = v128.load(from), b = v128.load(from + 4), c = v128.load(from + stride), d = v128.load(from + stride + 4);
    put(to, mix4(low(a), low(b), low(c), low(d), w0, w1, w2, w3, rest), opaque);
    put(to + 16, mix4(high(a), high(b), high(c), high(d), w0, w1, w2, w3, rest), opaque);
    from += 16;
    to += 32;
  }
  for (; count > 0; count--) {
    const a = low(v128.load32_zero(from)), b = low(v128.load32_zero(from + 4));
    const c = low(v128.load32_zero(from + stride)), d = low(v128.load32_zero(from + stride + 4));
    putOne(to, mix4(a, b, c, d, w0, w1, w2, w3, rest), opaque);
    from += 4;
    to += 8;
  }
}

// @ts-ignore: decorator
@inline
function taps(from: i32, stride: i32, to: i32, count: i32, w0: i32, w1: i32, w2: i32, w3: i32, rest: v128, opaque: bool): void {
  const v0 = i16x8.splat(<i16>w0), v1 = i16x8.splat(<i16>w1), v2 = i16x8.splat(<i16>w2), v3 = i16x8.splat(<i16>w3);
  if ((w1 | w2 | w3) == 0) oneTap(from, to, count, v0, rest, opaque);
  else if ((w2 | w3) == 0) twoTaps(from, 4, to, count, v0, v1, rest, opaque);
  else if ((w1 | w3) == 0) twoTaps(from, stride, to, count, v0, v2, rest, opaque);
  else fourTaps(from, stride, to, count, v0, v1, v2, v3, rest, opaque);
}

/** Bytes at their own size: each pixel is the sum of four neighbours by weights `w0..w3` (right, below, below right) adding up to `opacity` of 128. */
export function drawBytes(from: i32, stride: i32, to: i32, count: i32, w0: i32, w1: i32, w2: i32, w3: i32, opaque: bool): void {
  const gain = 255 * (128 - (w0 + w1 + w2 + w3));
  const rest = i16x8.replace_lane(i16x8.replace_lane(i16x8.splat(0), 3, <i16>gain), 7, <i16>gain);
  if (opaque) taps(from, stride, to, count, w0, w1, w2, w3, rest, true);
  else taps(from, stride, to, count, w0, w1, w2, w3, rest, false);
}

// @ts-ignore: decorator
@inline
function fade(value: v128, opacity: v128, rest: v128): v128 {
  return i16x8.add(i16x8.relaxed_q15mulr_s(value, opacity), rest);
}

/** One line between two lines of words, `weight` (of 32768) of the lower one, with opacity (of 32767). */
export function lineOfWords(from: i32, stride: i32, to: i32, count: i32, weight: i32, opacity: i32): void {
  const w = i16x8.splat(<i16>min(weight, 32767)), o = i16x8.splat(<i16>opacity);
  const gain = 32767 - opacity;
  const rest = i16x8.replace_lane(i16x8.replace_lane(i16x8.splat(0), 3, <i16>gain), 7, <i16>gain);
  for (; count > 0; count -= 2) {
    const a = v128.load(from), b = v128.load(from + stride);
    const value = i16x8.add(a, i16x8.relaxed_q15mulr_s(i16x8.sub(b, a), w));
    v128.store(to, gain == 0 ? value : fade(value, o, rest));
    from += 16;
    to += 16;
  }
}

/** The same from lines of bytes. */
export function lineOfBytes(from: i32, stride: i32, to: i32, count: i32, weight: i32, opacity: i32): void {
  const lower = (weight + 128) >> 8;
  const w0 = i16x8.splat(<i16>(128 - lower)), w1 = i16x8.splat(<i16>lower), o = i16x8.splat(<i16>opacity);
  const gain = 32767 - opacity;
  const rest = i16x8.replace_lane(i16x8.replace_lane(i16x8.splat(0), 3, <i16>gain), 7, <i16>gain);
  const alpha = i64x2.splat(0xffff000000000000);
  for (; count > 0; count -= 4) {
    const a = v128.load(from), b = v128.load(from + stride);
    let left = i16x8.add(i16x8.mul(low(a), w0), i16x8.mul(low(b), w1));
    let right = i16x8.add(i16x8.mul(high(a), w0), i16x8.mul(high(b), w1));
    left = i16x8.add(left, v128.and(i16x8.shr_u(left, 8), alpha));
    right = i16x8.add(right, v128.and(i16x8.shr_u(right, 8), alpha));
    v128.store(to, gain == 0 ? left : fade(left, o, rest));
    v128.store(to + 16, gain == 0 ? right : fade(right, o, rest));
    from += 16;
    to += 32;
  }
}

// @ts-ignore: decorator
@inline
function putWords(to: i32, value: v128, opaque: bool): void {
  v128.store(to, opaque ? value : over(value, v128.load(to)));
}

// @ts-ignore: decorator
@inline
function stretch(line: i32, to: i32, count: i32, u: i64, step: i64, opaque: bool): void {
  for (; count > 0; count--) {
    const p = line + (<i32>(u >> 32) << 3);
    const a = v128.load64_zero(p), b = v128.load64_zero(p + 8);
    const value = i16x8.add(a, i16x8.relaxed_q15mulr_s(i16x8.sub(b, a), i16x8.splat(<i16>((u & 0xffffffff) >> 17))));
    v128.store64_lane(to, opaque ? value : over(value, v128.load64_zero(to)), 0);
    u += step;
    to += 8;
  }
}

// @ts-ignore: decorator
@inline
function stretchPairs(line: i32, to: i32, count: i32, u: i64, step: i64, opaque: bool): void {
  for (; count >= 2; count -= 2) {
    const p = v128.load(line + (<i32>(u >> 32) << 3));
    const w0 = <i16>((u & 0xffffffff) >> 17);
    u += step;
    const q = v128.load(line + (<i32>(u >> 32) << 3));
    const w1 = <i16>((u & 0xffffffff) >> 17);
    u += step;
    const a = v128.shuffle<i64>(p, q, 0, 2), b = v128.shuffle<i64>(p, q, 1, 3);
    const w = v128.shuffle<i64>(i16x8.splat(w0), i16x8.splat(w1), 0, 2);
    putWords(to, i16x8.add(a, i16x8.relaxed_q15mulr_s(i16x8.sub(b, a), w)), opaque);
    to += 16;
  }
  stretch(line, to, count, u, step, opaque);
}

/** A line at any scale: the pixel at `to` lies `u` pixels (32.32) into the line, each next one `step` further. */
export function drawStretched(line: i32, to: i32, count: i32, u: i64, step: i64, opaque: bool): void {
  if (opaque) stretchPairs(line, to, count, u, step, true);
  else stretchPairs(line, to, count, u, step, false);
}

// @ts-ignore: decorator
@inline
function weights(first: i32, step: i32, k: i32): v128 {
  const a = i16x8.splat(<i16>(first + k * step)), b = i16x8.splat(<i16>min(first + (k + 1) * step, 32767));
  return v128.shuffle<i64>(a, b, 0, 2);
}

// @ts-ignore: decorator
@inline
function cells(line: i32, to: i32, count: i32, first: i32, times: i32, opaque: bool): void {
  const step = 32768 / times;
  const w0 = weights(first, step, 0), w1 = weights(first, step, 2), w2 = weights(first, step, 4), w3 = weights(first, step, 6);
  let a = v128.load64_splat(line);
  for (; count > 0; count--) {
    line += 8;
    const b = v128.load64_splat(line);
    const d = i16x8.sub(b, a);
    putWords(to, i16x8.add(a, i16x8.relaxed_q15mulr_s(d, w0)), opaque);
    if (times > 2) putWords(to + 16, i16x8.add(a, i16x8.relaxed_q15mulr_s(d, w1)), opaque);
    if (times > 4) putWords(to + 32, i16x8.add(a, i16x8.relaxed_q15mulr_s(d, w2)), opaque);
    if (times > 4) putWords(to + 48, i16x8.add(a, i16x8.relaxed_q15mulr_s(d, w3)), opaque);
    to += times * 8;
    a = b;
  }
}

/** A line enlarged 2, 4 or 8 times, `count` whole cells; the first pixel of a cell lies `first` (of 32768) into it. */
export function drawCells(line: i32, to: i32, count: i32, first: i32, times: i32, opaque: bool): void {
  if (times == 4) {
    if (opaque) cells(line, to, count, first, 4, true);
    else cells(line, to, count, first, 4, false);
  } else if (times == 2) {
    if (opaque) cells(line, to, count, first, 2, true);
    else cells(line, to, count, first, 2, false);
  } else if (opaque) cells(line, to, count, first, 8, true);
  else cells(line, to, count, first, 8, false);
}

/** Black. */
export function clearRun(to: i32, count: i32): void {
  memory.fill(to, 0, count << 3);
}

/** Row `a` gives way to row `b` by `weight` (of 32767); the result is in `a`. */
export function mixRows(a: i32, b: i32, count: i32, weight: i32): void {
  const w = i16x8.splat(<i16>weight);
  for (; count > 0; count -= 2) {
    const p = v128.load(a);
    v128.store(a, i16x8.add(p, i16x8.relaxed_q15mulr_s(i16x8.sub(v128.load(b), p), w)));
    a += 16;
    b += 16;
  }
}
