import type { Listing } from "../cli/listings.ts";
import { languageChoices, languageName, type StyleChoice, styleName, type VoiceChoice } from "../domain/choices.ts";
import { STYLES } from "../picture/styles.ts";
import { pickVoice, VOICES } from "../providers/registry.ts";

/** What there is to choose from. */
export const LISTING: Listing = { voices: VOICES, styles: STYLES };

/** The voices as people choose them: "Slt, English, female". */
export const VOICE_CHOICES: VoiceChoice[] = VOICES.map(({ id, provider, name, language, gender, description }) => ({
  id,
  provider,
  name: `${name}, ${languageName(language, "en")}, ${gender}`,
  languages: [language],
  note: description,
}));

/** The styles as people choose them. */
export const STYLE_CHOICES: StyleChoice[] = STYLES.map(({ name, description }) => ({ id: name, name: styleName(name), description }));

/** The languages of films, each with the voice that reads it by default. */
export const LANGUAGE_CHOICES = languageChoices((language) => pickVoice(undefined, language).voice.id);
