import { signal } from "@preact/signals";
import { voiceSampleUrl } from "../../client/listings.ts";
import { baseUrl } from "../router.ts";

/** A voice's sample: which, and whether it is awaited, heard, or could not be had. */
export type Sample = { voice: string; language: string; state: "loading" | "playing" | "failed" };

/** The sample that is heard now, or failed last. */
export const sample = signal<Sample | null>(null);

let player: HTMLAudioElement | undefined;

/** Ends what is heard. */
export function stopSample(): void {
  player?.pause();
  player?.removeAttribute("src");
  player = undefined;
  sample.value = null;
}

/** Speaks some words in a voice, in place of what is heard. */
export function playSample(voice: string, language: string): void {
  stopSample();
  const mine = new Audio(voiceSampleUrl(voice, language, { baseUrl }));
  player = mine;
  const turn = (state: Sample["state"]) => () => {
    if (player === mine) sample.value = { voice, language, state };
  };
  turn("loading")();
  mine.addEventListener("playing", turn("playing"));
  mine.addEventListener("error", turn("failed"));
  mine.addEventListener("ended", () => player === mine && stopSample());
  mine.play().catch(turn("failed"));
}
