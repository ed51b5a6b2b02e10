import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { VoiceChoice } from "../domain/choices.ts";
import { KinoraError } from "../domain/error.ts";
import { primaryLanguage } from "../domain/language-tag.ts";
import { sampleText } from "../domain/sample-text.ts";
import type { Workshop } from "../queue/work.ts";
import { type ContentStore, contentKey } from "../system/content.ts";

/** A sample of a voice: a WAV file, and what changes with its content. */
export type VoiceSample = { file: string; tag: string };

/** Short samples of voices. */
export type VoiceSamples = {
  /** A sentence in a language that the voice speaks, by default its first. Throws `not_found`, `invalid_request`, or `queue_closed` when nobody could speak it in time. */
  find: (voice: string, language?: string) => Promise<VoiceSample>;
};

/** What samples are made with; `temporary` is where an unfinished one may stand. */
export type SampleMeans = {
  workshop: Pick<Workshop, "task">;
  voices: readonly VoiceChoice[];
  content: ContentStore;
  temporary: string;
  codeVersion: string;
  timeoutMs?: number;
};

const LONGEST_MS = 15_000;
const MOST_AT_ONCE = 2;
const AGAIN_SEC = 5;
const KIND = "sample";

/** Opens the samples: each is spoken once, by the workshop, and kept as a file; at most two are spoken at once. */
export function openVoiceSamples(means: SampleMeans): VoiceSamples {
  const { workshop, voices, content, temporary, codeVersion, timeoutMs = LONGEST_MS } = means;
  const underWay = new Map<string, Promise<VoiceSample>>();
  const places = openPlaces(MOST_AT_ONCE);

  async function speak(tag: string, voice: string, language: string, text: string): Promise<VoiceSample> {
    const signal = AbortSignal.timeout(timeoutMs);
    const part = join(temporary, `${KIND}-${tag}.wav`);
    try {
      const spoken = await places(signal, () => workshop.task("speak", { text, voice, language, speed: 1, file: part }, signal));
      const { file } = await content.keep(KIND, tag, "wav", part, { durationSec: spoken.durationSec });
      return { file, tag };
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new KinoraError("queue_closed", "Nobody was free to speak the sample in time. Ask again in a moment.", {
        cause: error,
        retryAfterSec: AGAIN_SEC,
      });
    } finally {
      await rm(part, { force: true });
    }
  }

  return {
    async find(id, asked) {
      const voice = voices.find((one) => one.id === id);
      if (!voice) throw new KinoraError("not_found", `There is no voice ${id.slice(0, 80)}.`);
      const language = spokenLanguage(voice, asked);
      const text = sampleText(language);
      const tag = contentKey(codeVersion, KIND, voice.id, language, text);
      const kept = await content.find(KIND, tag, "wav");
      if (kept) return { file: kept.file, tag };
      const making = underWay.get(tag) ?? speak(tag, voice.id, language, text).finally(() => underWay.delete(tag));
      underWay.set(tag, making);
      return making;
    },
  };
}

function spokenLanguage({ id, languages }: VoiceChoice, asked: string | undefined): string {
  if (asked === undefined) return languages[0]!;
  const language = primaryLanguage(asked);
  if (languages.includes(language)) return language;
  const message = `is no language that ${id} speaks; it speaks ${languages.join(", ")}`;
  throw new KinoraError("invalid_request", `language ${message}.`, { faults: [{ path: "language", message }] });
}

/** Lets so many work at the same time; others wait, in their order, until there is a place or their signal fires. */
function openPlaces(most: number) {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return async <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> => {
    if (taken < most) taken++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken--;
    }
  };
}
