import type { DataSource } from "../domain/data.ts";
import { KinoraError } from "../domain/error.ts";
import { primaryLanguage } from "../domain/language-tag.ts";
import { OLD_VOICES } from "../domain/voice.ts";
import type { Speech, Voice } from "./provider.ts";
import { espeak } from "./speech/espeak.ts";
import { flite } from "./speech/flite.ts";

/** Every speech provider, best first: the first voice that speaks a language is its default. */
const SPEECH: Speech[] = [flite, espeak];

/** Every voice of every provider. */
export const VOICES: Voice[] = SPEECH.flatMap((speech) => speech.voices);

const READS_ANYTHING = "espeak-en";

/**
 * The voice for a request, with a note where it is not what was asked for. Without a name, or with an old one, it is the first that speaks the
 * language (BCP 47; only its first part counts). Throws `invalid_request` for a name that nobody has.
 */
export function pickVoice(name: string | undefined, language: string): { voice: Voice; note?: string } {
  const gender = name === undefined ? "any" : Object.hasOwn(OLD_VOICES, name) ? OLD_VOICES[name] : undefined;
  if (!gender) return { voice: voiceCalled(name!) };
  const spoken = VOICES.filter((voice) => voice.language === primaryLanguage(language));
  const voice = spoken.find((voice) => voice.gender === gender) ?? spoken[0];
  if (voice) return { voice };
  return { voice: voiceCalled(READS_ANYTHING), note: `No built-in voice speaks "${language}" yet; it is read by an English one.` };
}

/** The provider that has a voice. Throws `invalid_request` for a voice that nobody has. */
export function speechOf(voice: string): Speech {
  const { provider } = voiceCalled(voice);
  return SPEECH.find((speech) => speech.name === provider)!;
}

/** Lets go of what voices keep open in this thread. */
export function restVoices(data: DataSource): void {
  for (const speech of SPEECH) speech.rest?.(data);
}

function voiceCalled(id: string): Voice {
  const voice = VOICES.find((voice) => voice.id === id);
  if (!voice) throw new KinoraError("invalid_request", `There is no voice "${id}". List them with: kinora voices`);
  return voice;
}
