import type { DataSource } from "../../domain/data.ts";
import { readChinese } from "../../language/chinese-readings.ts";
import { type JapaneseDictionary, openJapanese } from "../../language/japanese-dictionary.ts";
import { readJapanese } from "../../language/japanese-readings.ts";
import type { Tone } from "../../sound/mastering.ts";
import type { Speech, SpeechRequest, Voice } from "../provider.ts";
import { openEspeak } from "./espeak-engine.ts";
import { type EngineKeeper, keepEngine, narrate } from "./narration.ts";
import { readSpaced, readUnspaced, type Script } from "./script.ts";

/** Language, espeak-ng's name for it, how the voice is described, and how much slower than by itself it narrates well. */
const LANGUAGES = [
  ["es", "es", "Spanish", 1],
  ["en", "en-us", "American English", 1],
  ["fr", "fr", "French", 1.15],
  ["de", "de", "German", 1],
  ["it", "it", "Italian", 1],
  ["pt", "pt-br", "Brazilian Portuguese", 1],
  ["ja", "ja", "Japanese", 1.25],
  ["zh", "cmn", "Mandarin", 0.82],
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

const offered = LANGUAGES.flatMap(([language, name, title, stretch]) =>
  VARIANTS.map(({ suffix, variant, gender, description, tone }) => ({
    espeakName: name + variant,
    stretch,
    tone,
    voice: {
      id: `espeak-${language}${suffix}`,
      name: "eSpeak",
      language,
      gender,
      description: `${title}, ${description}`,
      provider: "espeak",
    } satisfies Voice,
  })),
);

/** What a thread keeps open: the engine, and the Japanese dictionary for as long as Japanese is spoken. */
type Kept = { engine: EngineKeeper; japanese?: Promise<JapaneseDictionary> | undefined };

const threads = new WeakMap<DataSource, Kept>();

function keptFor(data: DataSource): Kept {
  const kept = threads.get(data) ?? { engine: keepEngine(async () => openEspeak(await data("espeak.data"))) };
  threads.set(data, kept);
  return kept;
}

/** eSpeak NG: many languages, clear and plainly synthetic, on this machine, with exact word times. */
export const espeak: Speech = {
  name: "espeak",
  voices: offered.map(({ voice }) => voice),
  async speak(request, { data, ...context }) {
    const { espeakName, stretch, tone, voice } = offered.find(({ voice }) => voice.id === request.voice) ?? offered[0]!;
    const kept = keptFor(data);
    const script = await readFor(voice.language, request, data, kept);
    return narrate(request, script, { engine: kept.engine, voice: espeakName, stretch, tone, sampleRate: 22_050 }, context);
  },
};

async function readFor(language: string, { text, language: written }: SpeechRequest, data: DataSource, kept: Kept): Promise<Script> {
  if (language !== "ja") kept.japanese = undefined;
  if (language === "zh") return readUnspaced(text, readChinese);
  if (language !== "ja") return readSpaced(text, written, "latin");
  kept.japanese ??= data("japanese.bin").then(openJapanese);
  kept.japanese.catch(() => {
    kept.japanese = undefined;
  });
  const dictionary = await kept.japanese;
  return readUnspaced(text, (stretch) => readJapanese(stretch, dictionary));
}
