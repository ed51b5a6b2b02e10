import type { DataSource } from "../domain/data.ts";
import type { GenerateRequest } from "../domain/job.ts";
import type { Storyboard, Word } from "../domain/storyboard.ts";
import type { MusicSection } from "../domain/tasks.ts";

/** What every provider is given beside its request. `note` tells the user something that the film's report keeps. */
export type ProviderContext = { data: DataSource; signal: AbortSignal; note: (text: string) => void };

/** Words to scenes. `seed` is always set by the caller. */
export type Planner = {
  name: string;
  plan(request: GenerateRequest & { seed: number }, context: ProviderContext): Promise<Storyboard>;
  /** Lets go of the memory that is kept between two requests; the next one opens it anew. */
  rest?(): void;
};

/** A voice that can be asked for by its id; `provider` names the one that has it, which calls it `name`; `language` is the first part of a BCP 47 tag. */
export type Voice = {
  id: string;
  name: string;
  language: string;
  gender: "female" | "male" | "neutral";
  description: string;
  provider: string;
};

/** `speed` 1 is the voice's own pace; 0.5..2. */
export type SpeechRequest = { text: string; voice: string; language: string; speed: number };

/**
 * Mastered mono samples at 48 kHz, -1..1, with the words as they are heard. `joinWords(words)` is the request's text with each run of white
 * space folded into one space and none at the ends: a word is `joined` exactly where the text has no white space before it and another word
 * came first. No word is empty or holds white space; with white space between all words, as in English, none is joined. A break in the text
 * (`\n`) is a rest of a third of a second at least.
 */
export type SpeechResult = { samples: Float32Array; words: Word[] };

/** Texts to voices. Throws what the vendor refuses; whatever a text holds, a built-in voice answers. */
export type Speech = {
  name: string;
  voices: Voice[];
  speak(request: SpeechRequest, context: ProviderContext): Promise<SpeechResult>;
  /** Lets go of the memory that is kept between two requests; the next one opens it anew. */
  rest?(data: DataSource): void;
};

/** Music for a whole film: sections follow each other without a gap and end at `durationSec`. The same request gives the same samples. */
export type MusicRequest = { durationSec: number; sections: MusicSection[]; seed: number };

/** Moods to music. */
export type Music = {
  name: string;
  /** Stereo blocks at 48 kHz, interleaved left and right, -1..1, that add up to exactly `round(durationSec * 48000)` sample pairs. Memory stays flat in length. */
  compose(request: MusicRequest, context: ProviderContext): AsyncGenerator<Float32Array>;
};
