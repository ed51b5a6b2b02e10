import { synthesise } from "../../sound/synth/synthesiser.ts";
import type { Music } from "../provider.ts";

/** Kinora's own music: composed and played here, from a seed and the film's moods. Needs no key, no network and no data file. */
export const synthesiser: Music = {
  name: "synthesiser",
  async *compose({ durationSec, sections, seed }, { signal }) {
    for (const block of synthesise({ durationSec, spans: sections, seed })) {
      signal.throwIfAborted();
      yield block;
    }
  },
};
