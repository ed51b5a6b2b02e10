import type { EspeakEvent, EspeakWorker } from "@echogarden/espeak-ng-emscripten";
import { MemoryImage } from "./memory-image.ts";
import type { Engine, Span, Utterance } from "./utterance.ts";

const WORDS_PER_MINUTE = 152;
const LONGEST_TEXT_BYTES = 16_384;

/**
 * Starts espeak-ng in memory of its own: about 60 MB. `data` is the packed `espeak.data`; its buffer is kept.
 * Voices are espeak-ng's names, with a variant after a plus: `es`, `es+f3`.
 */
export async function openEspeak(data: Uint8Array<ArrayBuffer>): Promise<Engine> {
  const { default: createEspeak } = await import("@echogarden/espeak-ng-emscripten");
  const module = await createEspeak({ getPreloadedPackage: () => exactBuffer(data), print() {}, printErr() {} });
  const worker = new module.eSpeakNGWorker();
  settleTextBuffer(worker);
  const image = new MemoryImage(module.HEAPU8.buffer);
  return {
    reset: () => image.restore(module.HEAPU8.buffer),
    say: (voice, tokens, speed) => say(worker, voice, tokens, speed),
  };
}

/** The glue keeps one buffer for texts and moves it only when it must grow: it grows here, before the image is taken. */
function settleTextBuffer(worker: EspeakWorker): void {
  for (let round = 0; round < 2; round++) worker.synthesize(" ".repeat(LONGEST_TEXT_BYTES), () => false);
}

function say(worker: EspeakWorker, voice: string, tokens: string[], speed: number): Utterance {
  worker.set_voice(voice);
  worker.set_rate(Math.round(WORDS_PER_MINUTE * speed));
  const chunks: Int16Array[] = [];
  const events: EspeakEvent[] = [];
  worker.synthesize(tokens.join(" "), (chunk, news) => {
    chunks.push(chunk);
    events.push(...news);
    return false;
  });
  const samples = join(chunks);
  return { samples, sampleRate: worker.samplerate, spans: toSpans(tokens, events, samples.length / worker.samplerate) };
}

/** Word events say where a word begins in text and sound, phoneme events where its sound ends: a phoneme without a name is a pause. */
export function toSpans(tokens: string[], events: EspeakEvent[], durationSec: number): Span[] {
  const spans: Span[] = [];
  const tokenAt = tokenFinder(tokens);
  let token = -1;
  for (const [index, event] of events.entries()) {
    if (event.type === "word") token = Math.max(token, tokenAt(event.text_position - 1));
    if (event.type !== "phoneme" || !event.id || token < 0) continue;
    const startSec = event.audio_position / 1000;
    const endSec = Math.min(durationSec, nextTime(events, index) ?? durationSec);
    const last = spans.at(-1);
    if (last?.token === token) last.endSec = endSec;
    else spans.push({ token, startSec, endSec });
  }
  return spans;
}

function nextTime(events: EspeakEvent[], from: number): number | undefined {
  for (let index = from + 1; index < events.length; index++) {
    if (events[index]!.type === "phoneme" || events[index]!.type === "end") return events[index]!.audio_position / 1000;
  }
}

/** From a code point of the tokens joined by spaces to a token; the space before a token counts as the token's. */
function tokenFinder(tokens: string[]): (position: number) => number {
  const owners = tokens.flatMap((token, index) => [...token, " "].map((char) => (char === " " ? index + 1 : index)));
  return (position) => Math.min(tokens.length - 1, owners[Math.max(0, position)] ?? tokens.length - 1);
}

function join(chunks: Int16Array[]): Float32Array {
  const samples = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) for (const sample of chunk) samples[at++] = sample / 32768;
  return samples;
}

function exactBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}
