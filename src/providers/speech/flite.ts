import type { DataSource } from "../../domain/data.ts";
import type { Speech, Voice } from "../provider.ts";
import { openFlite } from "./flite-engine.ts";
import { type EngineKeeper, keepEngine, narrate } from "./narration.ts";

const voice = (name: string, gender: Voice["gender"], description: string): Voice => ({
  id: `flite-${name}`,
  language: "en",
  gender,
  description,
  provider: "flite",
});

const keepers = new WeakMap<DataSource, EngineKeeper>();

/** CMU Flite: English, smooth, on this machine, with exact word times. */
export const flite: Speech = {
  name: "flite",
  voices: [
    voice("slt", "female", "American, clear and calm"),
    voice("rms", "male", "American, low and steady"),
    voice("awb", "male", "Scottish, lively"),
    voice("kal16", "male", "American, an old-school synthesiser"),
  ],
  speak(request, { data, signal }) {
    const engine = keepers.get(data) ?? keepEngine(async () => openFlite(await data("flite.wasm")));
    keepers.set(data, engine);
    return narrate(request, { engine, voice: request.voice.slice("flite-".length), alphabet: "ascii", sampleRate: 16_000 }, signal);
  },
};
