import type { Random } from "../../domain/seed.ts";

/** A melodic note: beat in the bar, beats it lasts, diatonic steps from where the motif stands. */
export type MotifNote = { beat: number; beats: number; step: number };

/** Two bars that a film's melody is made from. */
export type Motif = [MotifNote[], MotifNote[]];

type Rhythm = [number, number][];

/** Small steps are likelier than leaps, and falling a little likelier than rising. */
const MOVES = [-1, 1, -1, 1, -2, 2, 2, -1, 3, -3, 0, 4];

/** Invents a motif from a mood's rhythms: two different bars and a contour that bends back towards its start. */
export function buildMotif(rhythms: Rhythm[], random: Random): Motif {
  const first = Math.floor(random() * rhythms.length);
  const second = (first + 1 + Math.floor(random() * (rhythms.length - 1))) % rhythms.length;
  let step = 0;
  const walk = (rhythm: Rhythm): MotifNote[] =>
    rhythm.map(([beat, beats]) => {
      const note = { beat, beats, step };
      const move = MOVES[Math.floor(random() * MOVES.length)]!;
      step += Math.abs(step + move) > 4 ? -Math.sign(step) * Math.abs(move) : move;
      return note;
    });
  return [walk(rhythms[first]!), walk(rhythms[second]!)];
}

/** What becomes of the motif in one bar of a phrase: stated, answered, raised in sequence or turned over, then brought to rest. */
export function developMotif(
  motif: Motif,
  phrase: number,
  inPhrase: number,
  phraseBars: number,
  beats: number,
  random: Random,
): MotifNote[] {
  if (phraseBars > 1 && inPhrase === phraseBars - 1) return closing(motif, phrase, beats, random);
  const source = motif[inPhrase % 2]!;
  const way = phrase % 4;
  if (way === 1 && inPhrase === 0) return ornament(source, random);
  if (way === 2) return source.map((note) => ({ ...note, step: -note.step }));
  if (way === 3) return source.map((note) => ({ ...note, step: note.step + 2 }));
  return inPhrase >= 2 ? source.map((note) => ({ ...note, step: note.step + (phrase % 2 === 0 ? 1 : -1) * inPhrase })) : source;
}

/** The end of a phrase: a long note, and in every second phrase an upbeat into the next. */
function closing(motif: Motif, phrase: number, beats: number, random: Random): MotifNote[] {
  const rest = { beat: 0, beats: beats - 1, step: phrase % 2 === 0 ? 1 : 0 };
  if (phrase % 2 === 1) return [rest];
  const lead = motif[0].at(-1)!.step > 0 ? -1 : 1;
  return [rest, { beat: beats - 1, beats: 1, step: rest.step + lead * (random() < 0.5 ? 1 : 2) }];
}

/** Splits the longest note and visits its neighbour. */
function ornament(notes: MotifNote[], random: Random): MotifNote[] {
  const longest = notes.reduce((best, note, i) => (note.beats > notes[best]!.beats ? i : best), 0);
  return notes.flatMap((note, i) => {
    if (i !== longest || note.beats < 1) return [note];
    const half = note.beats / 2;
    return [
      { ...note, beats: half },
      { beat: note.beat + half, beats: half, step: note.step + (random() < 0.5 ? 1 : -1) },
    ];
  });
}
