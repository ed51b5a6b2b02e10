import type { Chord } from "./chord.ts";
import type { BassHit } from "./mood-style.ts";
import { developMotif, type Motif } from "./motif.ts";
import { nearestStep, pitchClass, stepPitch } from "./scale.ts";
import type { Note, Scene } from "./score.ts";

/** The chord's notes from `low` upwards over two octaves and a bit, ascending. */
export function buildLadder(chord: Chord, low: number): number[] {
  const rungs: number[] = [];
  for (let pitch = low; pitch < low + 28; pitch++) if (chord.classes.includes(pitchClass(pitch))) rungs.push(pitch);
  return rungs;
}

/** Where a beat falls in the film, with swing on the off-beats and a hand's unsteadiness of up to `looseMs`. */
function beatSec({ bar, style, random }: Scene, beat: number, looseMs: number): number {
  const offBeat = Math.abs((beat % 1) - 0.5) < 0.01 ? 0.5 * style.swing : 0;
  const exact = bar.startSec + ((beat + offBeat) * bar.durationSec) / style.beats;
  return Math.max(0, exact + (looseMs / 1000) * (2 * random() - 1));
}

/** 1 on the first beat, less on others, least off the beat. */
const accent = (beat: number): number => (beat === 0 ? 1 : beat % 1 === 0 ? 0.86 : 0.72);

/** Broken chords: fuller patterns as the film grows; the phrase's last bar takes a pattern of its own. */
export function playArp(scene: Scene): Note[] {
  const { bar, style, ladder, random } = scene;
  const { arp } = style;
  if (bar.intensity < arp.from) return [];
  const patterns = bar.intensity < 0.5 ? arp.sparse : arp.patterns;
  const pattern = patterns[(bar.inPhrase === bar.phraseBars - 1 ? 2 * bar.phrase + 1 : bar.inPhrase + bar.phrase) % patterns.length]!;
  const damper = arp.tone === "felt" || arp.tone === "pluck" ? 0.25 : 0.1;
  return pattern.flatMap((rung, i) => {
    const beat = i * arp.stepBeats;
    const skipped = i > 0 && random() < 0.1 * (1.2 - bar.intensity);
    if (rung < 0 || skipped) return [];
    const velocity = arp.level * accent(beat) * (0.7 + 0.3 * bar.intensity) * (0.9 + 0.2 * random());
    const atSec = beatSec(scene, beat, 7);
    const pitch = ladder[Math.min(rung, ladder.length - 1)]!;
    return [
      {
        atSec,
        tone: arp.tone,
        pitch,
        velocity,
        pan: (i % 2 === 0 ? -1 : 1) * (0.25 + 0.4 * (rung / ladder.length)),
        lengthSec: bar.startSec + bar.durationSec + damper - atSec,
      },
    ];
  });
}

/** The bass: root first, then what the mood's figure asks for. */
export function playBass(scene: Scene): Note[] {
  const { bar, style, bass, chord, random } = scene;
  if (bar.intensity < style.bass.from && bar.toEnd > 1) return [];
  const beatLength = bar.durationSec / style.beats;
  const fifth = chord.classes[0] === chord.bass ? pitchClass(chord.classes.at(style.mode === 0 ? 2 : -1)! - chord.bass) : 0;
  const play = ([beat, beats, velocity, which]: BassHit): Note => ({
    atSec: beatSec(scene, beat, 4),
    tone: style.bass.tone,
    pitch: bass + (which === 2 ? 12 : which === 1 && fifth === 7 ? (bass > 41 ? -5 : 7) : 0),
    velocity: style.bass.level * velocity * (0.8 + 0.2 * bar.intensity) * (0.95 + 0.1 * random()),
    pan: 0,
    lengthSec: beats * beatLength,
  });
  const figure = style.bass.bars[bar.intensity < 0.5 ? 0 : bar.inPhrase % style.bass.bars.length]!;
  return figure.filter(([beat]) => beat < style.beats).map(play);
}

/** The melody: the film's motif, moved onto the chord; silent in every fourth phrase and where the film is thin. */
export function playMelody(scene: Scene, motif: Motif): Note[] {
  const { bar, style, random } = scene;
  const { melody } = style;
  if (bar.intensity < melody.from || (bar.phrase % 4 === 3 && bar.intensity < 0.8) || bar.toEnd === 1) return [];
  const thin = bar.intensity < 0.42;
  const notes = developMotif(motif, bar.phrase, bar.inPhrase, bar.phraseBars, style.beats, random).filter(
    (note) => note.beat < style.beats,
  );
  const pitches = leadMelody(scene, notes);
  return notes.flatMap((note, i) => {
    if (thin && note.beats < 1) return [];
    const atSec = beatSec(scene, note.beat, 9);
    const velocity = melody.level * accent(note.beat) * (0.72 + 0.28 * bar.intensity) * (0.92 + 0.16 * random());
    const lengthSec = (note.beats * bar.durationSec) / style.beats + 0.12;
    const lead: Note = { atSec, tone: melody.tone, pitch: pitches[i]!, velocity, pan: 0.12, lengthSec };
    if (!melody.double || bar.intensity < 0.6) return [lead];
    const doubled = melody.double === "bell" ? pitches[i]! + 12 : pitches[i]!;
    return [lead, { ...lead, tone: melody.double, pitch: doubled, velocity: 0.42 * velocity, pan: -0.3 }];
  });
}

/** Pitches for a bar of melody: long notes and beats belong to the chord, the others to the scale, all within the mood's range; a motif that moves keeps moving. */
function leadMelody({ bar, style, key, chord }: Scene, notes: { beat: number; beats: number; step: number }[]): number[] {
  const { low, high } = style.melody;
  const home = nearestStep(key, low + (high - low) * (0.3 + 0.25 * bar.intensity));
  const pitches: number[] = [];
  notes.forEach(({ beat, beats, step }, i) => {
    const wanted = stepPitch(key, home + step);
    const raised = chord.raised !== undefined && pitchClass(wanted + 1) === chord.raised ? wanted + 1 : wanted;
    const pitch = beats >= 1 || beat % 2 === 0 ? nearestOf(chord, raised) : raised;
    const direction = Math.sign(step - (notes[i - 1]?.step ?? step));
    const moved = pitch === pitches[i - 1] && direction !== 0 ? nextOf(chord, pitch, direction) : pitch;
    pitches.push(moved > high ? moved - 12 : moved < low ? moved + 12 : moved);
  });
  return pitches;
}

/** The chord's next note upwards or downwards. */
function nextOf(chord: Chord, from: number, direction: number): number {
  let pitch = from + direction;
  while (!chord.classes.includes(pitchClass(pitch))) pitch += direction;
  return pitch;
}

function nearestOf(chord: Chord, pitch: number): number {
  for (let distance = 0; distance < 6; distance++) {
    if (chord.classes.includes(pitchClass(pitch - distance))) return pitch - distance;
    if (chord.classes.includes(pitchClass(pitch + distance))) return pitch + distance;
  }
  return pitch;
}

/** Drums come in one after another as the film grows; a phrase's last bar has its own figure, the last bar of all has none. */
export function playDrums(scene: Scene): Note[] {
  const { bar, style, random } = scene;
  if (bar.toEnd === 1) return [];
  const which = bar.phraseBars > 1 && bar.inPhrase === bar.phraseBars - 1 ? 2 : bar.inPhrase % 2;
  return style.drums
    .filter((drum) => bar.intensity >= drum.from)
    .flatMap((drum) =>
      [...drum.bars[which]!].flatMap((mark, sixteenth) => {
        if (mark === ".") return [];
        const velocity = drum.level * (mark === "x" ? 1 : 0.55) * (0.88 + 0.24 * random());
        const pan = drum.tone === "shaker" ? 0.35 : drum.tone === "rim" ? -0.2 : 0;
        return [{ atSec: beatSec(scene, sixteenth / 4, 4), tone: drum.tone, pitch: 60, velocity, pan, lengthSec: 9 }];
      }),
    );
}
