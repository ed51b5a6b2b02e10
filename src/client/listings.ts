import { callApi, toUrl } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { FilmRequest } from "./words.ts";

/** A voice that can be asked for. `languages` are BCP 47 tags that it speaks, `*` for any. */
export type Voice = { id: string; provider: string; name: string; languages: string[]; note: string | null };

/** Everything that a request can choose from here. */
export type Choices = {
  styles: { id: NonNullable<FilmRequest["style"]>; name: string; description: string }[];
  voices: Voice[];
  /** A language's name in itself, and who reads it where no voice is asked for. */
  languages: { id: string; name: string; voice: string }[];
  /** As requests have them: `auto` first, `off` last; `music` likewise. */
  captions: string[];
  music: string[];
  qualities: string[];
};

/** `GET /mcp/voices`: every voice. */
export const listVoices = (options?: ClientOptions): Promise<{ voices: Voice[] }> =>
  callApi({ method: "GET", path: "/mcp/voices" }, options);

/** `GET /mcp/styles`: styles, languages, caption looks, moods and qualities. */
export const listChoices = (options?: ClientOptions): Promise<Omit<Choices, "voices">> =>
  callApi({ method: "GET", path: "/mcp/styles" }, options);

/** Where a short sample of a voice can be heard, in a language that it speaks (its first by default): a WAV file. */
export const voiceSampleUrl = (voice: string, language?: string, options: ClientOptions = {}): string =>
  toUrl(`/mcp/voices/${encodeURIComponent(voice)}/sample`, options, { language });
