import { KinoraError } from "../domain/error.ts";
import type { Speech, Voice } from "./provider.ts";
import { espeak } from "./speech/espeak.ts";
import { flite } from "./speech/flite.ts";

/** Every speech provider, best first: the first voice that speaks a language is its default. */
export const SPEECH: Speech[] = [flite, espeak];

/** Every voice of every provider. */
export const VOICES: Voice[] = SPEECH.flatMap((speech) => speech.voices);

/** Names from earlier systems and the gender that they ask for, in whatever language the film is. */
const OLD_NAMES: Record<string, Voice["gender"] | "any"> = {
  "en-US-neutral": "any",
  "en-US-female": "female",
  "en-US-male": "male",
  "multi-language": "any",
};

/**
 * The voice for a request and the provider that has it. Without a name, or with an old one, it is the first that speaks the language (BCP 47; only
 * its first part counts). Throws `invalid_request` for a name that nobody has and for a language that nobody speaks.
 */
export function pickVoice(name: string | undefined, language: string): { speech: Speech; voice: Voice } {
  const gender = name === undefined ? "any" : OLD_NAMES[name];
  const spoken = VOICES.filter((voice) => voice.language === language.toLowerCase().split("-")[0]);
  const voice = gender ? (spoken.find((voice) => voice.gender === gender) ?? spoken[0]) : VOICES.find((voice) => voice.id === name);
  if (!voice)
    throw new KinoraError(
      "invalid_request",
      gender ? `No voice speaks "${language}" yet.` : `There is no voice "${name}". List them with: kinora voices`,
    );
  return { speech: SPEECH.find((speech) => speech.name === voice.provider)!, voice };
}
