import type { Mood } from "../../domain/storyboard.ts";
import type { MusicSection } from "../../domain/tasks.ts";
import { MOOD_STYLES } from "./moods.ts";

/** A bar in its place. `intensity` 0..1 says how much plays; `phrase` counts phrases from 0, `inPhrase` bars within it. */
export type Bar = {
  startSec: number;
  durationSec: number;
  mood: Mood;
  phrase: number;
  inPhrase: number;
  phraseBars: number;
  intensity: number;
  /** Bars from here to the final chord, this one included: 1 is the last. */
  toEnd: number;
};

/** The whole film's bars, then the final chord that rings from `finalSec` to the end. */
export type Form = { bars: Bar[]; finalSec: number; finalMood: Mood; durationSec: number };

/** How long the final chord rings. */
const RING_SEC = 3.6;
/** Moods shorter than this are not taken up. */
const SHORTEST_MOOD_SEC = 8;
/** A mood's tempo bends towards the film's own by at most this factor. */
const MOST_BEND = 1.15;
/** The last bars broaden. */
const BROADENING = [1.14, 1.06];

/** Lays bars and phrases over a film: moods change with a phrase, and the final chord falls where it can ring out exactly at the end. `tempo` is a factor on every mood's own. */
export function buildForm(durationSec: number, spans: MusicSection[], tempo: number): Form {
  const runs = toRuns(durationSec, spans);
  const finalSec = Math.max(0, durationSec - Math.min(RING_SEC, 0.45 * durationSec));
  const main = mainMood(runs);
  const barSec = (mood: Mood) => (60 * MOOD_STYLES[mood].beats) / (tempo * bentBpm(mood, main));
  const phrases = toPhrases(runs, finalSec, barSec);
  return { bars: placeBars(phrases, finalSec, barSec), finalSec, finalMood: runs.at(-1)!.mood, durationSec };
}

/** Moods in order without gaps. The shortest joins its longer neighbour until none is too short; the mood that had more of the time wins. */
function toRuns(durationSec: number, spans: MusicSection[]): MusicSection[] {
  const ordered = spans
    .filter((span) => span.endSec > span.startSec && span.startSec < durationSec)
    .sort((a, b) => a.startSec - b.startSec);
  if (ordered.length === 0) return [{ startSec: 0, endSec: durationSec, mood: "calm" }];
  let runs: Run[] = ordered.map(({ startSec, mood }, i) => {
    const from = i === 0 ? 0 : startSec;
    const endSec = ordered[i + 1]?.startSec ?? durationSec;
    return { startSec: from, endSec, mood, seconds: new Map([[mood, endSec - from]]) };
  });
  for (;;) {
    runs = joinAlike(runs);
    const shortest = runs.reduce((best, run, i) => (lengthOf(run) < lengthOf(runs[best]) ? i : best), 0);
    if (runs.length === 1 || lengthOf(runs[shortest]) >= SHORTEST_MOOD_SEC) return runs;
    const left = lengthOf(runs[shortest - 1]) >= lengthOf(runs[shortest + 1]) ? shortest - 1 : shortest;
    runs.splice(left, 2, joinRuns(runs[left]!, runs[left + 1]!));
  }
}

/** A mood's run with how many seconds of which mood went into it. */
type Run = MusicSection & { seconds: Map<Mood, number> };

const lengthOf = (run: MusicSection | undefined): number => (run ? run.endSec - run.startSec : 0);

/** Neighbours of one mood become one run. */
function joinAlike(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.mood === run.mood) joined[joined.length - 1] = joinRuns(last, run);
    else joined.push(run);
  }
  return joined;
}

function joinRuns(first: Run, second: Run): Run {
  const seconds = new Map(first.seconds);
  for (const [mood, sec] of second.seconds) seconds.set(mood, (seconds.get(mood) ?? 0) + sec);
  const mood = [...seconds].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  return { startSec: first.startSec, endSec: second.endSec, mood, seconds };
}

function mainMood(runs: MusicSection[]): Mood {
  const seconds = new Map<Mood, number>();
  for (const run of runs) seconds.set(run.mood, (seconds.get(run.mood) ?? 0) + run.endSec - run.startSec);
  return [...seconds].sort((a, b) => b[1] - a[1])[0]![0];
}

function bentBpm(mood: Mood, main: Mood): number {
  const bpm = MOOD_STYLES[main].bpm;
  return Math.max(bpm / MOST_BEND, Math.min(bpm * MOST_BEND, MOOD_STYLES[mood].bpm));
}

type Phrase = { mood: Mood; bars: number };

/** Whole phrases for each run: boundaries are rounded to two bars, so that drift never adds up. */
function toPhrases(runs: MusicSection[], finalSec: number, barSec: (mood: Mood) => number): Phrase[] {
  const phrases: Phrase[] = [];
  let ideal = 0;
  let placed = 0;
  runs.forEach((run, i) => {
    ideal += Math.max(0, Math.min(run.endSec, finalSec) - run.startSec) / barSec(run.mood);
    const unit = i < runs.length - 1 ? 2 : 1;
    const bars = unit * Math.round(ideal / unit) - placed;
    placed += bars;
    phrases.push(...phraseLengths(bars).map((length) => ({ mood: run.mood, bars: length })));
  });
  if (phrases.length === 0 && finalSec > 1) phrases.push({ mood: runs[0]!.mood, bars: 1 });
  return phrases;
}

/** Fours, with what is left over in twos and threes: 7 is 4 and 3, 5 is 3 and 2. */
function phraseLengths(bars: number): number[] {
  if (bars <= 0) return [];
  if (bars <= 4) return [bars];
  if (bars === 5) return [3, 2];
  return [4, ...phraseLengths(bars - 4)];
}

function placeBars(phrases: Phrase[], finalSec: number, barSec: (mood: Mood) => number): Bar[] {
  const bars: Bar[] = [];
  const total = phrases.reduce((sum, phrase) => sum + phrase.bars, 0);
  phrases.forEach((phrase, index) => {
    for (let inPhrase = 0; inPhrase < phrase.bars; inPhrase++) {
      const toEnd = total - bars.length;
      const durationSec = barSec(phrase.mood) * (total > 3 ? (BROADENING[toEnd - 1] ?? 1) : 1);
      bars.push({ startSec: 0, durationSec, mood: phrase.mood, phrase: index, inPhrase, phraseBars: phrase.bars, intensity: 0, toEnd });
    }
  });
  const stretch = finalSec / bars.reduce((sum, bar) => sum + bar.durationSec, 0);
  let at = 0;
  for (const bar of bars) {
    bar.startSec = at;
    bar.durationSec *= stretch;
    bar.intensity = intensityOf(bar, phrases.length, finalSec);
    at += bar.durationSec;
  }
  return bars;
}

/** The film's arc: sparse, growing to three quarters, settling; long films breathe by dropping every fifth phrase. */
function intensityOf(bar: Bar, phrases: number, finalSec: number): number {
  const x = (bar.startSec + bar.durationSec / 2) / finalSec;
  const low = finalSec < 25 ? 0.5 : 0.32;
  const arc = x < 0.72 ? low + (1 - low) * Math.sin(((x / 0.72) * Math.PI) / 2) ** 1.4 : 1 - 0.35 * ((x - 0.72) / 0.28);
  const breath = phrases > 8 && bar.phrase % 5 === 4 && bar.toEnd > 4 ? 0.38 : 0;
  const rise = 0.05 * (bar.inPhrase / bar.phraseBars);
  return Math.max(0.2, Math.min(1, arc - breath + rise));
}
