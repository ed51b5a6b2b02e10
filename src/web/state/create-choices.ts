import { signal } from "@preact/signals";
import { type Choices, listChoices, listVoices } from "../../client/listings.ts";
import { baseUrl } from "../router.ts";

/** What can be chosen from; null until the server has told. */
export const choices = signal<Choices | null>(null);

/** Why that is not known. */
export const choicesError = signal<unknown>(undefined);

/** Asks for it, once. */
export async function loadChoices(): Promise<void> {
  if (choices.peek()) return;
  choicesError.value = undefined;
  try {
    const [{ voices }, others] = await Promise.all([listVoices({ baseUrl }), listChoices({ baseUrl })]);
    choices.value = { voices, ...others };
  } catch (error) {
    choicesError.value = error;
  }
}

const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? tag;

/** Whether a voice speaks a language. */
export const speaks = (languages: readonly string[], language: string): boolean =>
  languages.some((spoken) => spoken === "*" || primary(spoken) === primary(language));
