/** When a token is heard; `token` counts from 0. */
export type Span = { token: number; startSec: number; endSec: number };

/** What an engine made of one utterance: mono samples -1..1 and when each of its tokens is heard, in order. Tokens without sound are absent. */
export type Utterance = { samples: Float32Array; sampleRate: number; spans: Span[] };

/** A voice engine in memory of its own. */
export type Engine = {
  /** Forgets all that it has spoken, so that what comes next is the same as from a new engine. */
  reset(): void;
  /**
   * Speaks one utterance. Tokens hold no white space and no markup, and each has a letter or digit. `speed` 1 is the voice's own pace.
   * After a throw the engine must not be used again.
   */
  say(voice: string, tokens: string[], speed: number): Utterance;
};
