import type { DataSource } from "../../domain/data.ts";
import { openProgram } from "../../domain/program.ts";
import type { Tone } from "../../sound/mastering.ts";
import type { Speech } from "../provider.ts";
import { openFlite } from "./flite-engine.ts";
import { type EngineKeeper, keepEngine, narrate } from "./narration.ts";
import { readSpaced } from "./script.ts";

/** Towards the spectrum of natural speech (Byrne and others, 1994), about half of the way, from what each voice was measured to have. */
const TONES: Record<"slt" | "rms" | "awb" | "kal16", Tone> = {
  slt: [
    { hz: 175, q: 1, gainDb: -7 },
    { hz: 1_200, q: 0.5, gainDb: 2.5 },
    { hz: 3_200, q: 0.8, gainDb: 2.5 },
    { hz: 6_300, q: 1.5, gainDb: -3 },
  ],
  rms: [
    { hz: 800, q: 0.9, gainDb: 4 },
    { hz: 1_900, q: 1.2, gainDb: 4 },
    { hz: 3_600, q: 1, gainDb: -5 },
    { hz: 6_300, q: 1.2, gainDb: -4 },
  ],
  awb: [
    { hz: 2_700, q: 1, gainDb: -3 },
    { hz: 6_500, q: 1, gainDb: 4 },
  ],
  kal16: [{ hz: 4_300, q: 1, gainDb: -5 }],
};

/** flite's own name, as people read it, how it is described, and how much slower than by itself it narrates well. */
const VOICES = [
  { name: "slt", title: "Slt", stretch: 1.08, gender: "female", description: "American, clear and calm" },
  { name: "rms", title: "Rms", stretch: 1, gender: "male", description: "American, low and steady" },
  { name: "awb", title: "Awb", stretch: 1.06, gender: "male", description: "Scottish, lively" },
  { name: "kal16", title: "Kal", stretch: 1.06, gender: "male", description: "American, an old-school synthesiser" },
] as const;

const idOf = (name: string): string => `flite-${name}`;

const keepers = new WeakMap<DataSource, EngineKeeper>();

/** CMU Flite: English, smooth, on this machine, with exact word times. */
export const flite: Speech = {
  name: "flite",
  voices: VOICES.map(({ name, title, gender, description }) => ({
    id: idOf(name),
    name: title,
    language: "en",
    gender,
    description,
    provider: "flite",
  })),
  speak(request, { data, ...context }) {
    const engine = keepers.get(data) ?? keepEngine(async () => openFlite(await openProgram(data, "flite.wasm")));
    keepers.set(data, engine);
    const { name, stretch } = VOICES.find((voice) => idOf(voice.name) === request.voice) ?? VOICES[0];
    const script = readSpaced(request.text, request.language, "ascii");
    return narrate(request, script, { engine, voice: name, stretch, tone: TONES[name], sampleRate: 16_000 }, context);
  },
  rest: (data) => keepers.get(data)?.drop(),
};
