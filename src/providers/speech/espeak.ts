import type { DataSource } from "../../domain/data.ts";
import type { Tone } from "../../sound/mastering.ts";
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

/** Towards the spectrum of natural speech (Byrne and others, 1994), about half of the way: warmer below, softer above. */
const WARM: Tone = [
  { hz: 180, q: 0.7, gainDb: 4.5 },
  { hz: 3_000, q: 0.6, gainDb: -5 },
  { hz: 5_500, q: 0.8, gainDb: -3 },
];
const WARM_HIGH: Tone = [
  { hz: 330, q: 0.8, gainDb: 5 },
  { hz: 3_900, q: 0.6, gainDb: -7 },
];

const VARIANTS = [
  { suffix: "", variant: "", gender: "neutral", description: "clear", tone: WARM },
  { suffix: "-female", variant: "+f3", gender: "female", description: "clear, higher", tone: WARM_HIGH },
  { suffix: "-male", variant: "+m3", gender: "male", description: "clear, lower", tone: WARM },
] as const;

const offered = LANGUAGES.flatMap(([language, name, title]) =>
  VARIANTS.map(({ suffix, variant, gender, description, tone }) => ({
    espeakName: name + variant,
    tone,
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
    const { espeakName, tone, voice } = offered.find(({ voice }) => voice.id === request.voice) ?? offered[0]!;
    const alphabet = voice.language === "zh" ? "any" : "latin";
    return narrate(request, { engine, voice: espeakName, stretch: 1, tone, alphabet, sampleRate: 22_050 }, signal);
  },
  rest: (data) => keepers.get(data)?.drop(),
};
