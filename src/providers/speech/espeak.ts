import type { DataSource } from "../../domain/data.ts";
import type { Speech, Voice } from "../provider.ts";
import { openEspeak } from "./espeak-engine.ts";
import { type EngineKeeper, keepEngine, narrate } from "./narration.ts";

/** Language, espeak-ng's name for it, and how the voice is described. */
const LANGUAGES = [
  ["es", "es", "Spanish"],
  ["en", "en-us", "American English"],
  ["fr", "fr", "French"],
  ["de", "de", "German"],
  ["it", "it", "Italian"],
  ["pt", "pt-br", "Brazilian Portuguese"],
  ["zh", "cmn", "Mandarin"],
] as const;

const VARIANTS = [
  { suffix: "", variant: "", gender: "neutral", description: "clear" },
  { suffix: "-female", variant: "+f3", gender: "female", description: "clear, higher" },
  { suffix: "-male", variant: "+m3", gender: "male", description: "clear, lower" },
] as const;

const offered = LANGUAGES.flatMap(([language, name, title]) =>
  VARIANTS.map(({ suffix, variant, gender, description }) => ({
    espeakName: name + variant,
    voice: {
      id: `espeak-${language}${suffix}`,
      language,
      gender,
      description: `${title}, ${description}`,
      provider: "espeak",
    } satisfies Voice,
  })),
);

const keepers = new WeakMap<DataSource, EngineKeeper>();

/** eSpeak NG: many languages, clear and plainly synthetic, on this machine, with exact word times. */
export const espeak: Speech = {
  name: "espeak",
  voices: offered.map(({ voice }) => voice),
  speak(request, { data, signal }) {
    const engine = keepers.get(data) ?? keepEngine(async () => openEspeak(await data("espeak.data")));
    keepers.set(data, engine);
    const { espeakName, voice } = offered.find(({ voice }) => voice.id === request.voice) ?? offered[0]!;
    const alphabet = voice.language === "zh" ? "any" : "latin";
    return narrate(request, { engine, voice: espeakName, stretch: 1, alphabet, sampleRate: 22_050 }, signal);
  },
};
