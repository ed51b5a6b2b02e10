import { MemoryImage } from "./memory-image.ts";
import type { Engine, Span, Utterance } from "./utterance.ts";
import { emptyWorld, WasiExit } from "./wasi.ts";

/** The functions of flite that `src/build/pack-voices.ts` exports; pointers are numbers. Source: flite's headers `cst_hrg.h`, `cst_utterance.h`, `cst_wave.h`. */
type Calls = {
  memory: WebAssembly.Memory;
  _start(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  flite_voice_select(name: number): number;
  new_utterance(): number;
  delete_utterance(utterance: number): void;
  utt_set_input_text(utterance: number, text: number): number;
  utt_init(utterance: number, voice: number): number;
  utt_synth(utterance: number): number;
  utt_relation(utterance: number, name: number): number;
  utt_wave(utterance: number): number;
  relation_head(relation: number): number;
  item_next(item: number): number;
  item_prev(item: number): number;
  item_daughter(item: number): number;
  item_last_daughter(item: number): number;
  item_as(item: number, relation: number): number;
  item_feat_float(item: number, name: number): number;
  feat_set_float(features: number, name: number, value: number): void;
  get_param_float(features: number, name: number, otherwise: number): number;
};

/**
 * What one sentence may need, with room to spare. It is asked for and given back before the image is taken: the allocator then has it at
 * hand. Without it every sentence would have the memory grow anew, for the allocator forgets with each reset what it was given.
 */
const RESERVED_BYTES = 24 * 1024 * 1024;

/** Starts flite in memory of its own: about 90 MB with its image. Voices are flite's names: `slt`, `rms`, `awb`, `kal16`. Tokens must be ASCII. */
export async function openFlite(wasm: WebAssembly.Module): Promise<Engine> {
  let calls: Calls;
  const world = emptyWorld(["flite", "-lv"], () => calls.memory);
  const instance = await WebAssembly.instantiate(wasm, { wasi_snapshot_preview1: world });
  calls = instance.exports as unknown as Calls;
  startProgram(calls);
  calls.free(calls.malloc(RESERVED_BYTES));
  const image = new MemoryImage(calls.memory.buffer);
  const names = new Map<string, number>();
  const named = (name: string): number => {
    if (!names.has(name)) names.set(name, writeText(calls, name));
    return names.get(name)!;
  };
  return {
    reset() {
      image.restore(calls.memory.buffer);
      names.clear();
    },
    say: (voice, tokens, speed) => say(calls, named, voice, tokens, speed),
  };
}

/** Runs `flite -lv`, which sets up languages and voices and exits. */
function startProgram(calls: Calls): void {
  try {
    calls._start();
  } catch (thrown) {
    if (!(thrown instanceof WasiExit)) throw thrown;
  }
}

function say(calls: Calls, named: (name: string) => number, voice: string, tokens: string[], speed: number): Utterance {
  const utterance = calls.new_utterance();
  const input = writeText(calls, tokens.join(" "));
  calls.utt_set_input_text(utterance, input);
  calls.utt_init(utterance, calls.flite_voice_select(named(voice)));
  const features = new DataView(calls.memory.buffer).getUint32(utterance, true);
  const stretch = calls.get_param_float(features, named("duration_stretch"), 1);
  calls.feat_set_float(features, named("duration_stretch"), stretch / speed);
  calls.utt_synth(utterance);
  const spoken = { ...readWave(calls, utterance), spans: readSpans(calls, named, utterance) };
  calls.free(input);
  calls.delete_utterance(utterance);
  return spoken;
}

function readWave(calls: Calls, utterance: number): { samples: Float32Array; sampleRate: number } {
  const view = new DataView(calls.memory.buffer);
  const wave = calls.utt_wave(utterance);
  const [sampleRate, count, pointer] = [4, 8, 16].map((offset) => view.getInt32(wave + offset, true)) as [number, number, number];
  const samples = Float32Array.from(new Int16Array(calls.memory.buffer, pointer, count), (sample) => sample / 32768);
  return { samples, sampleRate };
}

function readSpans(calls: Calls, named: (name: string) => number, utterance: number): Span[] {
  const spans: Span[] = [];
  let token = 0;
  for (let item = calls.relation_head(calls.utt_relation(utterance, named("Token"))); item; item = calls.item_next(item)) {
    const heard: Heard[] = [];
    for (let word = calls.item_daughter(item); word; word = calls.item_next(word)) {
      const span = readWordSpan(calls, named, calls.item_as(word, named("SylStructure")));
      if (span) heard.push(span);
    }
    if (heard.length > 0) spans.push({ token, startSec: heard[0]!.startSec, endSec: heard.at(-1)!.endSec });
    token++;
  }
  return spans;
}

type Heard = Omit<Span, "token">;

/** From the end of the phone before the word's first to the end of its last. */
function readWordSpan(calls: Calls, named: (name: string) => number, word: number): Heard | undefined {
  if (!word || !calls.item_daughter(word)) return undefined;
  const segment = named("Segment");
  const first = calls.item_as(calls.item_daughter(calls.item_daughter(word)), segment);
  const last = calls.item_as(calls.item_last_daughter(calls.item_last_daughter(word)), segment);
  if (!first || !last) return undefined;
  const before = calls.item_prev(first);
  const end = (item: number) => calls.item_feat_float(item, named("end"));
  return { startSec: before ? end(before) : 0, endSec: end(last) };
}

function writeText(calls: Calls, text: string): number {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const pointer = calls.malloc(bytes.length);
  new Uint8Array(calls.memory.buffer).set(bytes, pointer);
  return pointer;
}
