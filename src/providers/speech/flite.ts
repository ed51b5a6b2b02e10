import type { DataSource } from "../../domain/data.ts";
import type { Speech } from "../provider.ts";
import { openFlite } from "./flite-engine.ts";
import { type EngineKeeper, keepEngine, narrate } from "./narration.ts";

/** flite's own name, how it is described, and how much slower than by itself it narrates well. */
const VOICES = [
  { name: "slt", stretch: 1.08, gender: "female", description: "American, clear and calm" },
  { name: "rms", stretch: 1, gender: "male", description: "American, low and steady" },
  { name: "awb", stretch: 1.06, gender: "male", description: "Scottish, lively" },
  { name: "kal16", stretch: 1.06, gender: "male", description: "American, an old-school synthesiser" },
] as const;

const idOf = (name: string): string => `flite-${name}`;

const keepers = new WeakMap<DataSource, EngineKeeper>();

/** CMU Flite: English, smooth, on this machine, with exact word times. */
export const flite: Speech = {
  name: "flite",
  voices: VOICES.map(({ name, gender, description }) => ({ id: idOf(name), language: "en", gender, description, provider: "flite" })),
  speak(request, { data, signal }) {
    const engine = keepers.get(data) ?? keepEngine(async () => openFlite(await data("flite.wasm")));
    keepers.set(data, engine);
    const { name, stretch } = VOICES.find((voice) => idOf(voice.name) === request.voice) ?? VOICES[0];
    return narrate(request, { engine, voice: name, stretch, alphabet: "ascii", sampleRate: 16_000 }, signal);
  },
};
