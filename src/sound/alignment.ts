import { SAMPLE_RATE } from "../domain/speech.ts";
import type { Word } from "../domain/storyboard.ts";
import { type Features, mfcc } from "./mfcc.ts";
import { findPauses, keepOutOfPauses } from "./pauses.ts";
import { resample } from "./resample.ts";
import { nearestChange } from "./spectral-change.ts";
import { type Band, type Path, warp } from "./warping.ts";

/** A rendering of the same text whose word times are known. */
export type AlignmentReference = { samples: Float32Array; words: Word[] };

const ANALYSIS_RATE = 16_000;
/** No word has a silence of this length in it, even before a p, t or k. */
const LONG_PAUSE_SEC = 0.2;
/** How far apart the two may be in pace: this part of the length, and at least these seconds. */
const PACE_SLACK = 0.2;
const LEAST_SLACK_SEC = 6;
const FINE_SLACK_SEC = 0.45;

/**
 * When each word of a known text is said, from a reference that says the same words: cepstra of both, warped onto each other, first
 * coarsely, then finely near the coarse path; a word begins where the sound changes most near
 * the place that this gives. Samples are mono at 48 kHz, -1..1. Times are in seconds, rising, within the sound.
 */
export function alignWords(samples: Float32Array, reference: AlignmentReference): Word[] {
  const durationSec = samples.length / SAMPLE_RATE;
  if (samples.length === 0 || reference.samples.length === 0) return reference.words.map((word) => ({ ...word, start: 0, end: 0 }));
  const speech = resample(samples, SAMPLE_RATE, ANALYSIS_RATE);
  const known = mfcc(resample(reference.samples, SAMPLE_RATE, ANALYSIS_RATE));
  const path = warpCoarseToFine(known, mfcc(speech));
  const change = nearestChange(speech, ANALYSIS_RATE);
  const placed = reference.words.map((word) => ({
    ...word,
    start: change(place(word.start, known, path.last)),
    end: place(word.end, known, path.first),
  }));
  return inOrder(keepOutOfPauses(placed, findPauses(speech, ANALYSIS_RATE, LONG_PAUSE_SEC)), durationSec);
}

function warpCoarseToFine(a: Features, b: Features): Path {
  const factor = 8 * Math.min(3, Math.ceil(a.frames / 12_000));
  const [coarseA, coarseB] = [thin(a, factor), thin(b, factor)];
  const coarse = warp(coarseA, coarseB, bandAroundDiagonal(coarseA, coarseB));
  return warp(a, b, bandAroundPath(coarse, factor, a, b));
}

/** Means of `factor` frames each. */
function thin({ rows, width, frames, hopSec }: Features, factor: number): Features {
  const count = Math.ceil(frames / factor);
  const thinned = new Float32Array(count * width);
  for (let frame = 0; frame < frames; frame++) {
    const part = Math.min(factor, frames - Math.floor(frame / factor) * factor);
    for (let column = 0; column < width; column++)
      thinned[Math.floor(frame / factor) * width + column]! += rows[frame * width + column]! / part;
  }
  return { rows: thinned, width, frames: count, hopSec: hopSec * factor };
}

function bandAroundDiagonal(a: Features, b: Features): Band {
  const slack = Math.ceil(Math.max(LEAST_SLACK_SEC / b.hopSec, PACE_SLACK * b.frames, 2));
  const middle = (row: number) => Math.round((row * (b.frames - 1)) / Math.max(1, a.frames - 1));
  return bandOf(a.frames, b.frames, (row) => [middle(row) - slack, middle(row) + slack]);
}

function bandAroundPath({ first, last }: Path, factor: number, a: Features, b: Features): Band {
  const slack = Math.ceil(FINE_SLACK_SEC / b.hopSec);
  return bandOf(a.frames, b.frames, (row) => {
    const coarse = Math.floor(row / factor);
    return [first[coarse]! * factor - slack, last[coarse]! * factor + factor + slack];
  });
}

/** Ends within the frames; the corners belong to it. */
function bandOf(rows: number, columns: number, ends: (row: number) => [number, number]): Band {
  const band = { from: new Int32Array(rows), to: new Int32Array(rows) };
  for (let row = 0; row < rows; row++) {
    const [from, to] = ends(row);
    band.from[row] = Math.max(0, Math.min(columns - 1, from));
    band.to[row] = Math.max(0, Math.min(columns - 1, to));
  }
  band.from[0] = 0;
  band.to[rows - 1] = columns - 1;
  return band;
}

/** A time of the reference in the other sound, between frames by proportion. */
function place(sec: number, { hopSec, frames }: Features, columns: Int32Array): number {
  const at = Math.min(sec / hopSec, frames - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, frames - 1);
  return (columns[low]! + (columns[high]! - columns[low]!) * (at - low)) * hopSec;
}

function inOrder(words: Word[], durationSec: number): Word[] {
  let before = 0;
  return words.map((word, index) => {
    const from = Math.min(durationSec, Math.max(before, word.start));
    const next = words[index + 1]?.start ?? durationSec;
    before = Math.min(durationSec, Math.max(from, Math.min(word.end, next)));
    return { ...word, start: from, end: before };
  });
}
