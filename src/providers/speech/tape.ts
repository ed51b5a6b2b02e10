import { fadeEnds } from "../../sound/dynamics.ts";
import type { Span, Utterance } from "./utterance.ts";

const LEAD_SEC = 0.06;
const TAIL_SEC = 0.14;
const BEFORE_SEC = 0.04;
const AFTER_SEC = 0.07;

/** Utterances laid end to end with measured pauses: the engine's own silence around each is cut away, and all times stay exact to a sample. */
export class Tape {
  readonly spans: Span[] = [];
  readonly #pieces: { at: number; samples: Float32Array }[] = [];
  #length: number;
  #pause = 0;

  constructor(readonly sampleRate: number) {
    this.#length = this.#toSamples(LEAD_SEC);
  }

  /** Adds what is heard of an utterance, after the pause that the last one asked for. `firstToken` is added to its token numbers. */
  add(utterance: Utterance, firstToken: number, pauseSec: number): void {
    if (utterance.spans.length === 0) return;
    this.#length += this.#pause;
    const from = Math.max(0, this.#toSamples(utterance.spans[0]!.startSec - BEFORE_SEC));
    const piece = utterance.samples.slice(from, this.#toSamples(utterance.spans.at(-1)!.endSec + AFTER_SEC));
    fadeEnds(piece, this.#toSamples(0.005));
    const shift = (this.#length - from) / this.sampleRate;
    for (const { token, startSec, endSec } of utterance.spans) {
      this.spans.push({ token: token + firstToken, startSec: startSec + shift, endSec: endSec + shift });
    }
    this.#pieces.push({ at: this.#length, samples: piece });
    this.#length += piece.length;
    this.#pause = Math.max(0, this.#toSamples(pauseSec - BEFORE_SEC - AFTER_SEC));
  }

  /** Leaves a silence for tokens that could not be spoken; each gets a part of it. */
  skip(count: number, firstToken: number, durationSec: number, pauseSec: number): void {
    this.#length += this.#pause;
    const startSec = this.#length / this.sampleRate;
    const eachSec = durationSec / count;
    for (let index = 0; index < count; index++) {
      this.spans.push({ token: firstToken + index, startSec: startSec + index * eachSec, endSec: startSec + (index + 1) * eachSec });
    }
    this.#length += this.#toSamples(durationSec);
    this.#pause = this.#toSamples(pauseSec);
  }

  /** All of it, with a little silence at both ends. */
  samples(): Float32Array {
    const samples = new Float32Array(this.#length + this.#toSamples(TAIL_SEC));
    for (const piece of this.#pieces) samples.set(piece.samples, piece.at);
    return samples;
  }

  #toSamples(sec: number): number {
    return Math.round(sec * this.sampleRate);
  }
}
