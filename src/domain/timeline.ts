import type { Spoken } from "./speech.ts";
import type { Mood, Scene, Storyboard } from "./storyboard.ts";
import { type TransitionPlan, transitionInto } from "./transition.ts";

/** A scene in its place. Frames are whole; the film is the scenes end to end, a transition lies in the head of the later scene. */
export type TimelineScene = {
  id: string;
  startFrame: number;
  frames: number;
  /** For so many frames at its start the scene before is still seen giving way. */
  headFrames: number;
  /** Where the voice begins, in seconds from the start of the scene. */
  voiceStartSec: number;
  voice?: Spoken;
  mood: Mood;
};

/** When everything happens. `durationSec` is `frames / fps`. */
export type Timeline = { fps: number; frames: number; durationSec: number; scenes: TimelineScene[]; notes: string[] };

/** What a timeline is laid out by, beside storyboard and voices. */
export type TimelineOptions = {
  fps: number;
  /** The length asked for, s. */
  targetSec?: number;
  /** True when scenes may be given more or less room to reach it: a script lasts as long as it takes. */
  fit: boolean;
  /** True when the film opens with a title and closes with an end card. */
  cards: boolean;
  /** How scenes give way where they do not say it themselves; by default they dissolve. */
  transition?: TransitionPlan;
};

/** Room around a scene's voice, s. */
type Room = { before: number; after: number };

/** A length in seconds: comfortable, and the least that still breathes. */
type Allowance = { comfortable: number; least: number };

const COMFORTABLE: Room = { before: 0.45, after: 0.5 };
const LEAST: Room = { before: 0.2, after: 0.2 };
const TITLE_LEAD: Allowance = { comfortable: 1.2, least: 0.5 };
const END_CARD: Allowance = { comfortable: 2.6, least: 1.6 };

/** What a scene takes beside its voice. */
export const SCENE_ROOM: Allowance = { comfortable: COMFORTABLE.before + COMFORTABLE.after, least: LEAST.before + LEAST.after };

/** What a scene without a voice takes. */
export const SILENT_SCENE: Allowance = { comfortable: 4, least: 2 };

/** What the title and the end card take together. */
export const CARDS_ROOM: Allowance = {
  comfortable: TITLE_LEAD.comfortable + END_CARD.comfortable,
  least: TITLE_LEAD.least + END_CARD.least,
};

const DISSOLVE: TransitionPlan = { kinds: ["dissolve"], sec: 0.6 };

type Span = { least: number; comfortable: number; fixed: boolean };

/** How long a scene may be: at least, comfortably, and whether its length is given. */
function sceneSpan(scene: Scene, spoken: Spoken | undefined, first: boolean, last: boolean, cards: boolean): Span {
  const voice = spoken?.durationSec ?? 0;
  const around = (room: Room, lead: number, end: number) =>
    voice + room.before + room.after + (cards && first ? lead : 0) + (cards && last ? end : 0);
  const least = spoken ? around(LEAST, TITLE_LEAD.least, END_CARD.least) : SILENT_SCENE.least;
  const comfortable = spoken ? around(COMFORTABLE, TITLE_LEAD.comfortable, END_CARD.comfortable) : SILENT_SCENE.comfortable;
  if (scene.duration === undefined) return { least, comfortable, fixed: false };
  const given = Math.max(scene.duration, voice);
  return { least: given, comfortable: given, fixed: true };
}

function spans(storyboard: Storyboard, spoken: (Spoken | undefined)[], cards: boolean): Span[] {
  const last = storyboard.scenes.length - 1;
  return storyboard.scenes.map((scene, index) => sceneSpan(scene, spoken[index], index === 0, index === last, cards));
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** How much faster than 1 the voices must speak for the film to fit its target even with the least room; at most 1.2. */
export function speedToFit(storyboard: Storyboard, spoken: (Spoken | undefined)[], targetSec: number, cards: boolean): number {
  const voices = sum(spoken.map((voice) => voice?.durationSec ?? 0));
  const rest = sum(spans(storyboard, spoken, cards).map((span) => span.least)) - voices;
  const room = targetSec - rest;
  if (voices === 0 || room >= voices) return 1;
  return Math.min(1.2, room <= 0 ? 1.2 : (voices / room) * 1.01);
}

/** Lengths in seconds: comfortable, then stretched or tightened towards the target in proportion to what each scene can give. */
function fitLengths(all: Span[], targetSec: number | undefined): number[] {
  const lengths = all.map((span) => span.comfortable);
  if (targetSec === undefined) return lengths;
  const slack = targetSec - sum(lengths);
  const share = all.map((span) => (span.fixed ? 0 : slack > 0 ? span.comfortable : span.comfortable - span.least));
  const total = sum(share);
  if (total === 0) return lengths;
  const part = slack > 0 ? slack / total : Math.max(-1, slack / total);
  return lengths.map((length, index) => length + share[index]! * part);
}

/**
 * Lengths in frames. For a target they are cut from one count, so that its sum is right; otherwise each is rounded for itself, so that one
 * scene's length leaves the others as they are.
 */
function wholeFrames(lengths: number[], fps: number, asOne: boolean): number[] {
  let passedSec = 0;
  return lengths.map((length) => {
    const from = asOne ? Math.round(passedSec * fps) : 0;
    passedSec = asOne ? passedSec + length : length;
    return Math.max(1, Math.round(passedSec * fps) - from);
  });
}

/** Where in a scene its voice begins: after the transition, with a third of the spare room before it and the rest after. */
function voiceStart(lengthSec: number, voiceSec: number, lead: number, end: number): number {
  const spare = lengthSec - voiceSec - lead - end;
  return lead + Math.min(COMFORTABLE.before + Math.max(0, spare - 1) * 0.3, Math.max(0, spare * 0.5));
}

/**
 * Puts scenes and voices in their places. A scene lasts as long as its voice and the room around it; the room is stretched or tightened to
 * reach `targetSec`. Pure: the one owner of lengths and of the overlap of transitions.
 */
export function buildTimeline(storyboard: Storyboard, spoken: (Spoken | undefined)[], options: TimelineOptions): Timeline {
  const { fps, cards, targetSec, fit, transition = DISSOLVE } = options;
  const lengths = fitLengths(spans(storyboard, spoken, cards), fit ? targetSec : undefined);
  const last = lengths.length - 1;
  const counts = wholeFrames(lengths, fps, fit && targetSec !== undefined);
  let startFrame = 0;
  const scenes = storyboard.scenes.map((scene, index): TimelineScene => {
    const frames = counts[index]!;
    startFrame += counts[index - 1] ?? 0;
    const voice = spoken[index];
    const lead = cards && index === 0 ? TITLE_LEAD.least : 0;
    const end = cards && index === last ? END_CARD.least : 0;
    const voiceStartSec = scene.sound ? 0 : voiceStart(frames / fps, voice?.durationSec ?? 0, lead, end);
    const cut = index === 0 || transitionInto(scene, transition) === "cut";
    return {
      id: scene.id,
      startFrame,
      frames,
      headFrames: cut ? 0 : Math.min(Math.round(transition.sec * fps), Math.floor(frames / 3)),
      voiceStartSec,
      ...(voice ? { voice } : {}),
      mood: scene.mood,
    };
  });
  const frames = sum(scenes.map((scene) => scene.frames));
  return { fps, frames, durationSec: frames / fps, scenes, notes: lengthNotes(frames / fps, targetSec) };
}

function lengthNotes(durationSec: number, targetSec: number | undefined): string[] {
  if (targetSec === undefined || Math.abs(durationSec - targetSec) <= Math.max(1, targetSec * 0.02)) return [];
  return [`The film lasts ${durationSec.toFixed(1)} s instead of the ${targetSec} s asked for: the words are kept as they are.`];
}
