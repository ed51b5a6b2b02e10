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

// Eight sums of two neighbours by `w`, the two weights in a pair of bytes. Pixels are made signed for the product, which takes
// 128 * (w0 + w1) from the sum; whoever adds `rest` gives it back.
// @ts-ignore: decorator
@inline
function lowPairs(p: v128, q: v128, w: v128): v128 {
  const pairs = v128.shuffle<i8>(p, q, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  return i16x8.relaxed_dot_i8x16_i7x16_s(pairs, w);
}

// @ts-ignore: decorator
@inline
function highPairs(p: v128, q: v128, w: v128): v128 {
  const pairs = v128.shuffle<i8>(p, q, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  return i16x8.relaxed_dot_i8x16_i7x16_s(pairs, w);
}

// @ts-ignore: decorator
@inline
function signed(p: v128): v128 {
  return v128.xor(p, i8x16.splat(-128));
}

// @ts-ignore: decorator
@inline
function twoTaps(from: i32, next: i32, to: i32, count: i32, w: v128, rest: v128, opaque: bool): void {
  for (; count >= 4; count -= 4) {
    const p = signed(v128.load(from)), q = signed(v128.load(from + next));
    put(to, i16x8.add(rest, lowPairs(p, q, w)), opaque);
    put(to + 16, i16x8.add(rest, highPairs(p, q, w)), opaque);
    from += 16;
    to += 32;
  }
  for (; count > 0; count--) {
    const p = signed(v128.load32_zero(from)), q = signed(v128.load32_zero(from + next));
    putOne(to, i16x8.add(rest, lowPairs(p, q, w)), opaque);
    from += 4;
    to += 8;
  }
}

// @ts-ignore: decorator
@inline
function fourTaps(from: i32, stride: i32, to: i32, count: i32, upper: v128, lower: v128, rest: v128, opaque: bool): void {
  for (; count >= 4; count -= 4) {
    const a = signed(v128.load(from)), b = signed(v128.load(from + 4));
    const c = signed(v128.load(from + stride)), d = signed(v128.load(from + stride + 4));
    put(to, i16x8.add(i16x8.add(rest, lowPairs(a, b, upper)), lowPairs(c, d, lower)), opaque);
    put(to + 16, i16x8.add(i16x8.add(rest, highPairs(a, b, upper)), highPairs(c, d, lower)), opaque);
    from += 16;
    to += 32;
  }
  for (; count > 0; count--) {
    const a = signed(v128.load32_zero(from)), b = signed(v128.load32_zero(from + 4));
    const c = signed(v128.load32_zero(from + stride)), d = signed(v128.load32_zero(from + stride + 4));
    putOne(to, i16x8.add(i16x8.add(rest, lowPairs(a, b, upper)), lowPairs(c, d, lower)), opaque);
    from += 4;
    to += 8;
  }
}

// @ts-ignore: decorator
@inline
function pair(first: i32, second: i32): v128 {
  return i16x8.splat(<i16>(first | (second << 8)));
}

// @ts-ignore: decorator
@inline
function taps(from: i32, stride: i32, to: i32, count: i32, w0: i32, w1: i32, w2: i32, w3: i32, rest: v128, opaque: bool): void {
  const back = i16x8.add(rest, i16x8.splat(<i16>(128 * (w0 + w1 + w2 + w3))));
  if ((w1 | w2 | w3) == 0) oneTap(from, to, count, i16x8.splat(<i16>w0), rest, opaque);
  else if ((w2 | w3) == 0) twoTaps(from, 4, to, count, pair(w0, w1), back, opaque);
  else if ((w1 | w3) == 0) twoTaps(from, stride, to, count, pair(w0, w2), back, opaque);
  else fourTaps(from, stride, to, count, pair(w0, w1), pair(w2, w3), back, opaque);
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

// @ts-ignore: decorator
@inline
function between(from: i32, stride: i32, w: v128): v128 {
  const a = v128.load(from);
  return i16x8.add(a, i16x8.relaxed_q15mulr_s(i16x8.sub(v128.load(from + stride), a), w));
}

/** One line between two lines of words, `weight` (of 32768) of the lower one, with opacity (of 32767). */
export function lineOfWords(from: i32, stride: i32, to: i32, count: i32, weight: i32, opacity: i32): void {
  const w = i16x8.splat(<i16>min(weight, 32767)), o = i16x8.splat(<i16>opacity);
  const gain = 32767 - opacity;
  const rest = i16x8.replace_lane(i16x8.replace_lane(i16x8.splat(0), 3, <i16>gain), 7, <i16>gain);
  if (gain == 0) {
    for (; count > 0; count -= 4) {
      v128.store(to, between(from, stride, w));
      v128.store(to + 16, between(from + 16, stride, w));
      from += 32;
      to += 32;
    }
    return;
  }
  for (; count > 0; count -= 2) {
    v128.store(to, fade(between(from, stride, w), o, rest));
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
