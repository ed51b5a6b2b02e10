// Two rows of 16-bit pixels to I420: BT.709, limited range, chroma the mean of 2x2, rounded by a fixed pattern instead of at one
// half, so that slow gradients do not band. The pattern is interleaved gradient noise (Jimenez 2014) in 124 levels that leave out
// the ends, so that colours which are exact stay so. Sums run pairwise (no shuffles): products to 1/128, words, pairs, again.

const SIDE: i32 = 64;
/** Bytes of the pattern's table. */
export const PATTERN_BYTES: i32 = SIDE * SIDE * 4;
const LEVEL: i32 = 7; // what a level is split into, as a power of two
const SHIFT: i32 = 14; // coefficients are in 1/16384

let pattern: i32 = 0;

function fraction(x: f64): f64 {
  return x - Math.floor(x);
}

/** Writes the pattern's table at `to`. */
export function makePattern(to: i32): void {
  pattern = to;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const level = Math.floor(124.0 * fraction(52.9829189 * fraction(0.06711056 * <f64>x + 0.00583715 * <f64>y)));
      store<i32>(to + ((y * SIDE + x) << 2), <i32>level + 2);
    }
  }
}

// Four sums of neighbouring words from the products of four pixels: one for each pixel.
// @ts-ignore: decorator
@inline
function weigh(a: v128, b: v128, coefficients: v128): v128 {
  const left = i32x4.shr_s(i32x4.dot_i16x8_s(a, coefficients), SHIFT);
  const right = i32x4.shr_s(i32x4.dot_i16x8_s(b, coefficients), SHIFT);
  return i32x4.extadd_pairwise_i16x8_s(i16x8.narrow_i32x4_s(left, right));
}

// @ts-ignore: decorator
@inline
function luma(a: v128, b: v128, coefficients: v128, offset: v128, noise: i32): v128 {
  return i32x4.shr_s(i32x4.add(weigh(a, b, coefficients), i32x4.add(offset, v128.load(noise))), LEVEL);
}

// @ts-ignore: decorator
@inline
function chroma(a: v128, b: v128, c: v128, d: v128, coefficients: v128, offset: v128, noise: i32): v128 {
  const sums = i32x4.extadd_pairwise_i16x8_s(i16x8.narrow_i32x4_s(weigh(a, b, coefficients), weigh(c, d, coefficients)));
  return i32x4.shr_s(i32x4.add(sums, i32x4.add(offset, i32x4.shl(v128.load(noise), 1))), LEVEL + 1);
}

// @ts-ignore: decorator
@inline
function bytes(a: v128, b: v128): v128 {
  const words = i16x8.narrow_i32x4_s(a, b);
  return i8x16.narrow_i16x8_u(words, words);
}

/** Converts rows `y` and `y + 1` (at `top`, `bottom`) into the three planes of a frame at `out`. `width` is even; rows may be read 6 pixels too far. */
export function convertPair(top: i32, bottom: i32, out: i32, width: i32, height: i32, y: i32): void {
  const cy = i16x8(2991, 10064, 1016, 0, 2991, 10064, 1016, 0);
  const cu = i16x8(-1649, -5547, 7196, 0, -1649, -5547, 7196, 0);
  const cv = i16x8(7196, -6536, -660, 0, 7196, -6536, -660, 0);
  const black = i32x4.splat((16 << LEVEL) + 1), grey = i32x4.splat((128 << (LEVEL + 1)) + 2); // what rounding down takes, given back
  const noiseTop = pattern + ((y & (SIDE - 1)) * SIDE << 2), noiseBottom = noiseTop + (SIDE << 2);
  const noiseU = pattern + (((y >> 1) + 23 & (SIDE - 1)) * SIDE << 2), noiseV = pattern + (((y >> 1) + 47 & (SIDE - 1)) * SIDE << 2);
  let yTop = out + y * width, yBottom = yTop + width;
  const half = width >> 1;
  let u = out + width * height + (y >> 1) * half, v = u + half * (height >> 1);
  for (let x = 0; x < width; x += 8) {
    const noise = (x & (SIDE - 1)) << 2, noiseC = (x >> 1 & (SIDE - 1)) << 2;
    const a0 = v128.load(top), a1 = v128.load(top, 16), a2 = v128.load(top, 32), a3 = v128.load(top, 48);
    const b0 = v128.load(bottom), b1 = v128.load(bottom, 16), b2 = v128.load(bottom, 32), b3 = v128.load(bottom, 48);
    const upper = bytes(luma(a0, a1, cy, black, noiseTop + noise), luma(a2, a3, cy, black, noiseTop + noise + 16));
    const lower = bytes(luma(b0, b1, cy, black, noiseBottom + noise), luma(b2, b3, cy, black, noiseBottom + noise + 16));
    const c0 = i16x8.avgr_u(a0, b0), c1 = i16x8.avgr_u(a1, b1), c2 = i16x8.avgr_u(a2, b2), c3 = i16x8.avgr_u(a3, b3);
    const both = bytes(chroma(c0, c1, c2, c3, cu, grey, noiseU + noiseC), chroma(c0, c1, c2, c3, cv, grey, noiseV + noiseC));
    if (x + 8 <= width) {
      v128.store64_lane(yTop, upper, 0);
      v128.store64_lane(yBottom, lower, 0);
      v128.store32_lane(u, both, 0);
      v128.store32_lane(v, both, 1);
    } else {
      for (let i = 0; i < width - x; i += 2) {
        store<u16>(yTop + i, <u16>(i64x2.extract_lane(upper, 0) >> (i << 3)));
        store<u16>(yBottom + i, <u16>(i64x2.extract_lane(lower, 0) >> (i << 3)));
        store<u8>(u + (i >> 1), <u8>(i32x4.extract_lane(both, 0) >> (i << 2)));
        store<u8>(v + (i >> 1), <u8>(i32x4.extract_lane(both, 1) >> (i << 2)));
      }
    }
    top += 64;
    bottom += 64;
    yTop += 8;
    yBottom += 8;
    u += 4;
    v += 4;
  }
}
