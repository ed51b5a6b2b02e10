/** Four phases of the interpolating filter, newest sample last. Source: ITU-R BS.1770-4, Annex 2, the 48-tap order; phases 2 and 3 mirror 1 and 0. */
const PHASE_0 = [
  0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875, -0.102294921875,
  0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
];
const PHASE_1 = [
  -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625, -0.2003173828125, 0.1015625,
  -0.0582275390625, 0.0330810546875, -0.0189208984375,
];
const [P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11] = PHASE_0 as Taps;
const [Q0, Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8, Q9, Q10, Q11] = PHASE_1 as Taps;
type Taps = [number, number, number, number, number, number, number, number, number, number, number, number];

/** Samples that the filter looks back. */
const HISTORY = 11;
/** No signal's interpolated peak exceeds its largest sample by more than this factor: the sum of the taps' magnitudes. */
const WORST_RISE = PHASE_1.reduce((sum, tap) => sum + Math.abs(tap), 0);

/** Finds the true peak of one channel, stretch by stretch. */
export type TruePeakDetector = {
  /** The largest magnitude, interpolated four times, of `count` samples. Below `careFrom` an upper bound is enough and cheaper. */
  peak(samples: Float32Array, from: number, stride: number, count: number, careFrom?: number): number;
};

/** Opens a detector for stretches of at most `maxCount` samples; it remembers the end of the stretch before. */
export function openTruePeak(maxCount: number): TruePeakDetector {
  const line = new Float64Array(maxCount + HISTORY);
  return {
    peak(samples, from, stride, count, careFrom = 0) {
      for (let i = 0, at = from; i < count; i++, at += stride) line[HISTORY + i] = samples[at]!;
      const plain = largest(line, HISTORY + count);
      const peak = plain * WORST_RISE < careFrom ? plain : Math.max(plain, interpolatedPeak(line, count));
      line.copyWithin(0, count, count + HISTORY);
      return peak;
    },
  };
}

function largest(line: Float64Array, length: number): number {
  let peak = 0;
  for (let i = 0; i < length; i++) {
    const magnitude = Math.abs(line[i]!);
    if (magnitude > peak) peak = magnitude;
  }
  return peak;
}

function interpolatedPeak(line: Float64Array, count: number): number {
  let peak = 0;
  let [a, b, c, d, e, f, g, h, i, j, k] = line as unknown as Taps;
  for (let at = 0; at < count; at++) {
    const l = line[at + HISTORY]!;
    const v0 = P0 * a + P1 * b + P2 * c + P3 * d + P4 * e + P5 * f + P6 * g + P7 * h + P8 * i + P9 * j + P10 * k + P11 * l;
    const v1 = Q0 * a + Q1 * b + Q2 * c + Q3 * d + Q4 * e + Q5 * f + Q6 * g + Q7 * h + Q8 * i + Q9 * j + Q10 * k + Q11 * l;
    const v2 = Q11 * a + Q10 * b + Q9 * c + Q8 * d + Q7 * e + Q6 * f + Q5 * g + Q4 * h + Q3 * i + Q2 * j + Q1 * k + Q0 * l;
    const v3 = P11 * a + P10 * b + P9 * c + P8 * d + P7 * e + P6 * f + P5 * g + P4 * h + P3 * i + P2 * j + P1 * k + P0 * l;
    const highest = Math.max(Math.abs(v0), Math.abs(v1), Math.abs(v2), Math.abs(v3));
    if (highest > peak) peak = highest;
    a = b;
    b = c;
    c = d;
    d = e;
    e = f;
    f = g;
    g = h;
    h = i;
    i = j;
    j = k;
    k = l;
  }
  return peak;
}

/** A meter of the true peak of interleaved sound, in dBTP. */
export function openTruePeakMeter(channels: 1 | 2): { add(block: Float32Array): void; peakDb(): number } {
  const stretch = 240; // the shorter, the fewer samples are interpolated
  const detectors = Array.from({ length: channels }, () => openTruePeak(stretch));
  let peak = 0;
  return {
    add(block) {
      const frames = block.length / channels;
      for (let at = 0; at < frames; at += stretch) {
        const count = Math.min(stretch, frames - at);
        detectors.forEach((detector, channel) => {
          peak = Math.max(peak, detector.peak(block, at * channels + channel, channels, count, peak));
        });
      }
    },
    peakDb: () => 20 * Math.log10(peak),
  };
}
