import { SAMPLE_RATE } from "../domain/speech.ts";
import { buildDucking, DUCK_DB, DUCK_RATE, joinSpans, type Span } from "./ducking.ts";
import { applyCurve, levelCurve, openMixAnalysis, predictLoudness, STEP } from "./limiter.ts";
import { openLoudnessMeter, toLufs } from "./loudness.ts";
import { addRoomTone } from "./room-tone.ts";
import { openVoiceTrack, reblock, type VoicePlacement, voiceBlocks } from "./tracks.ts";
import { hearVoice, type VoiceActivity } from "./voice-activity.ts";

/** Where blocks are kept between two passes: a file, usually. `blocks` gives what was written, in the same or other portions. */
export type BlockStore = { write(block: Float32Array): Promise<void>; blocks(): AsyncIterable<Float32Array> };

/** What a film's sound is mixed from. */
export type MixRequest = {
  durationSec: number;
  /** 48 kHz mono recordings; each is brought to the same loudness. */
  voices: VoicePlacement[];
  /** 48 kHz stereo, interleaved; cropped or filled with silence to the film's length. */
  music?: AsyncIterable<Float32Array>;
  /** A factor on the balance that Kinora chooses: 1 leaves it, 0.5 halves the music. */
  musicGain?: number;
  /** Integrated loudness, LUFS, and the true peak that no sample exceeds, dBTP. */
  targetLufs?: number;
  ceilingDb?: number;
  signal: AbortSignal;
};

/** What came out. `silent` when there was nothing to hear: the film's sound is then all zeros. `mostLimitedDb` is the limiter's deepest step, 0 or negative. */
export type MixReport = { silent: boolean; loudnessLufs: number; spokenSec: number; mostLimitedDb: number };

/** One 200 ms block, a whole number of the limiter's steps and of loudness hops. */
const BLOCK = SAMPLE_RATE / 5;
/** The music under speech lies so far below the voice, LU. */
const UNDER_VOICE_LU = 17;
const TARGET_LUFS = -14;
/** Leaves half a decibel for what AAC adds to peaks. */
const CEILING_DB = -1.8;
/** Recordings are brought together by at most so much, dB. */
const MOST_LEVELLING_DB = 12;
const STEPS_PER_BLOCK = BLOCK / STEP;

/**
 * Mixes a film's sound: voices levelled, music ducked under them, one integrated loudness under one true-peak ceiling.
 * Writes interleaved stereo to `sink`, exactly `round(durationSec * 48000)` frames. Hears everything before it writes anything, with flat memory:
 * the music waits in `store`. Gives up with the signal's reason when it fires.
 */
export async function mixFilm(request: MixRequest, store: BlockStore, sink: (block: Float32Array) => Promise<void>): Promise<MixReport> {
  const plan = await planMix(request, store);
  const analyser = openMixAnalysis(plan.careFrom);
  for await (const block of mixedBlocks(plan)) analyser.add(block);
  const curve = levelCurve(analyser.analysis, request.targetLufs ?? TARGET_LUFS, request.ceilingDb ?? CEILING_DB);
  let step = 0;
  for await (const block of mixedBlocks(plan)) {
    if (curve) applyCurve(block, curve, step);
    if (curve && !request.music) addRoomTone(block, step);
    step += STEPS_PER_BLOCK;
    await sink(block);
  }
  return {
    silent: curve === undefined,
    loudnessLufs: curve ? predictLoudness(analyser.analysis, curve) : Number.NEGATIVE_INFINITY,
    spokenSec: plan.spans.reduce((sum, span) => sum + span.endSec - span.startSec, 0),
    mostLimitedDb: curve ? rangeDb(curve) : 0,
  };
}

/** All that is decided once everything has been heard. */
type MixPlan = {
  request: MixRequest;
  store: BlockStore;
  frames: number;
  spans: Span[];
  voiceGains: number[];
  musicGain: number;
  ducking: Float32Array;
  careFrom: number;
};

async function planMix(request: MixRequest, store: BlockStore): Promise<MixPlan> {
  const frames = Math.round(request.durationSec * SAMPLE_RATE);
  const heard: VoiceActivity[] = [];
  for (const voice of request.voices) {
    request.signal.throwIfAborted();
    heard.push(await hearVoice(voiceBlocks(voice)));
  }
  const spans = joinSpans(
    heard
      .flatMap(({ spans }, i) => spans.map((span) => shiftSpan(span, request.voices[i]!.startSec)))
      .filter((span) => span.startSec < request.durationSec),
  );
  const voice = commonLoudness(heard);
  const hops = request.music ? await keepMusic(request.music, store, frames, request.signal) : [];
  const musicGain = (request.musicGain ?? 1) * balanceMusic(hops, spans, voice);
  const loudest = Math.max(voice + 3, Number.isFinite(voice) ? -70 : toLufs(mean(hops)));
  return {
    request,
    store,
    frames,
    spans,
    voiceGains: heard.map((one) => levelVoice(one.loudness, voice)),
    musicGain,
    ducking: buildDucking(spans, request.durationSec),
    careFrom: 0.4 * 10 ** ((loudest - TARGET_LUFS + CEILING_DB) / 20),
  };
}

const shiftSpan = (span: Span, bySec: number): Span => ({ startSec: span.startSec + bySec, endSec: span.endSec + bySec });
const mean = (values: number[]): number => (values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0);
const rangeDb = (curve: Float32Array): number =>
  20 * Math.log10(curve.reduce((a, b) => Math.min(a, b)) / curve.reduce((a, b) => Math.max(a, b)));

/** The loudness that all recordings are brought to: their median, LUFS as one channel. */
function commonLoudness(heard: VoiceActivity[]): number {
  const known = heard
    .map((one) => one.loudness)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? Number.NEGATIVE_INFINITY;
}

function levelVoice(loudness: number, common: number): number {
  if (!Number.isFinite(loudness) || !Number.isFinite(common)) return 1;
  return 10 ** (Math.max(-MOST_LEVELLING_DB, Math.min(MOST_LEVELLING_DB, common - loudness)) / 20);
}

/** Puts the music into the store, cut to the film, and returns its K-weighted mean squares by 100 ms. */
async function keepMusic(music: AsyncIterable<Float32Array>, store: BlockStore, frames: number, signal: AbortSignal): Promise<number[]> {
  const meter = openLoudnessMeter(2);
  for await (const block of reblock(music, 2 * BLOCK, 2 * frames)) {
    signal.throwIfAborted();
    meter.add(block);
    await store.write(block);
  }
  return meter.hops();
}

/** The factor that puts ducked music `UNDER_VOICE_LU` below the voice, judged where somebody speaks; 1 when nobody does. */
function balanceMusic(hops: number[], spans: Span[], voice: number): number {
  const under = hops.filter((_, i) => spans.some((span) => span.startSec <= i / 10 && i / 10 < span.endSec));
  const music = toLufs(mean(under));
  if (!Number.isFinite(voice) || !Number.isFinite(music)) return 1;
  const voiceInStereo = voice + 3.01;
  return 10 ** ((voiceInStereo - UNDER_VOICE_LU - DUCK_DB - music) / 20);
}

/** The mix before its final gain, in blocks of 200 ms. */
async function* mixedBlocks(plan: MixPlan): AsyncGenerator<Float32Array> {
  const track = openVoiceTrack(plan.request.voices, plan.voiceGains);
  const music = plan.request.music ? plan.store.blocks() : noBlocks();
  let frame = 0;
  try {
    for await (const block of reblock(music, 2 * BLOCK, 2 * plan.frames)) {
      plan.request.signal.throwIfAborted();
      const voice = new Float32Array(block.length / 2);
      await track.addTo(voice, frame);
      mixBlock(block, voice, plan, frame);
      frame += voice.length;
      yield block;
    }
  } finally {
    await track.close();
  }
}

async function* noBlocks(): AsyncGenerator<Float32Array> {}

function mixBlock(block: Float32Array, voice: Float32Array, { ducking, musicGain }: MixPlan, fromFrame: number): void {
  const perPoint = SAMPLE_RATE / DUCK_RATE;
  for (let start = 0; start < voice.length; start += perPoint) {
    const point = Math.floor((fromFrame + start) / perPoint);
    const slope = (musicGain * (ducking[point + 1]! - ducking[point]!)) / perPoint;
    let gain = musicGain * ducking[point]!;
    for (let i = start; i < Math.min(start + perPoint, voice.length); i++) {
      block[2 * i] = block[2 * i]! * gain + voice[i]!;
      block[2 * i + 1] = block[2 * i + 1]! * gain + voice[i]!;
      gain += slope;
    }
  }
}
