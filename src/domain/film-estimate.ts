import { filmLengthSec } from "./costs.ts";
import { type Effort, frameSize } from "./frame.ts";
import type { ResolvedRequest } from "./job.ts";

/** What a film will be like, told without planning it. */
export type FilmEstimate = { durationSec: number; scenes: number; words: number; bytes: number };

/** What a film will be like: scenes of a storyboard are counted, all else follows from lengths and words as the planner has divided them so far. */
export function estimateFilm(film: ResolvedRequest): FilmEstimate {
  const durationSec = filmLengthSec(film);
  const { scenes, words } = film.storyboard
    ? { scenes: film.storyboard.scenes.length, words: countWords(film.storyboard.scenes.map(({ narration }) => narration).join(" ")) }
    : film.script === undefined
      ? ofPrompt(durationSec)
      : ofScript(film.script, durationSec);
  return { durationSec, scenes: film.storyboard ? scenes : (film.scene_count ?? scenes), words, bytes: filmBytes(film, durationSec) };
}

/** Measured over 17 prompts in six languages: a scene lasts so long, s, and there are three at least. */
const PROMPT_SCENE_SEC = 6.3;
const FEWEST_SCENES = 3;
/** The same: two thirds of a film are spoken, as long as there is something to say, at so many words a second. */
const SPOKEN = { share: 0.67, fromSec: 42, moreShare: 0.06 };
const WORDS_A_SEC = 2.75;

function ofPrompt(targetSec: number): { scenes: number; words: number } {
  const spokenSec = Math.min(SPOKEN.share * targetSec, SPOKEN.fromSec + SPOKEN.moreShare * targetSec);
  return { scenes: Math.max(FEWEST_SCENES, Math.round(targetSec / PROMPT_SCENE_SEC)), words: Math.round(spokenSec * WORDS_A_SEC) };
}

/** Measured over scripts of short and of long sentences: a scene lasts so long, s. */
const SCRIPT_SCENE_SEC = 5.7;
const MOST_SCENES = 1000;

const ofScript = (script: string, durationSec: number): { scenes: number; words: number } => ({
  scenes: Math.min(MOST_SCENES, Math.max(1, Math.round(durationSec / SCRIPT_SCENE_SEC))),
  words: countWords(script),
});

/** So much of a text is counted, characters; the rest is taken to be like it. */
const MOST_COUNTED = 100_000;
const SIGNS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

/** About how many words a text has; in Chinese and Japanese a word is nearly two signs. */
export function countWords(text: string): number {
  if (text.length > MOST_COUNTED) return Math.round((countWords(text.slice(0, MOST_COUNTED)) * text.length) / MOST_COUNTED);
  const signs = text.match(SIGNS)?.length ?? 0;
  const spaced =
    text
      .replaceAll(SIGNS, " ")
      .match(/\S+/g)
      ?.filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0;
  return spaced + Math.ceil(signs / 1.8);
}

/**
 * Measured on 20 films of 10 to 60 s, 480p to 1080p, of built-in scenery at 30 pictures a second, with sound: bits a second at 720p standard, how they grow with the
 * number of pixels and of pictures, and what the encoder's effort does to them.
 */
const USUAL = { bits: 1_200_000, pixels: 1280 * 720, fps: 30, sizePower: 0.69, ratePower: 0.4 };
const EFFORTS: Record<Effort, number> = { draft: 0.82, standard: 1, best: 1.2 };

/** About the size of a film's MP4, bytes. */
export function filmBytes(film: Pick<ResolvedRequest, "aspect" | "quality" | "effort" | "fps">, durationSec: number): number {
  const { width, height } = frameSize(film.aspect, film.quality);
  const size = ((width * height) / USUAL.pixels) ** USUAL.sizePower;
  const rate = (film.fps / USUAL.fps) ** USUAL.ratePower;
  return Math.round((durationSec * USUAL.bits * size * rate * EFFORTS[film.effort]) / 8);
}
