import { KinoraError } from "./error.ts";

/** Names of voices that earlier systems had, and whose voice each asks for, in whatever language the film is. */
export const OLD_VOICES: Readonly<Record<string, "female" | "male" | "any">> = {
  "en-US-neutral": "any",
  "en-US-female": "female",
  "en-US-male": "male",
  "multi-language": "any",
};

/** Whether a name stands for a voice: one of those there are, or an old name. */
export const isVoice = (name: string, voices: readonly { id: string }[]): boolean =>
  Object.hasOwn(OLD_VOICES, name) || voices.some(({ id }) => id === name);

/** Throws `invalid_request` for the name of a voice that nobody has. */
export function checkVoice(name: string | undefined, voices: readonly { id: string }[]): void {
  if (name === undefined || isVoice(name, voices)) return;
  const message = `is no voice; there are ${voices.map(({ id }) => id).join(", ")}`;
  throw new KinoraError("invalid_request", `voice: ${JSON.stringify(name)} ${message}.`, { faults: [{ path: "voice", message }] });
}
