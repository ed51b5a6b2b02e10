import { KinoraError } from "../domain/error.ts";
import type { Settings } from "../domain/settings.ts";
import type { StageName } from "../domain/stages.ts";

/** Looks after a running job's time. */
export type Watch = {
  /** Something has come forward. */
  heard: () => void;
  begun: (stage: StageName) => void;
  finished: (stage: StageName) => void;
  stop: () => void;
};

type Limits = Pick<Settings["limits"], "stall_time" | "stage_time">;

/** What a job's time looks like: when it was last heard of, and since when its open stages run; microseconds. */
export type TimeState = { heardUs: number; stages: ReadonlyMap<StageName, number> };

/** What is over at `nowUs`, or when to look again (microseconds). */
export function judgeTime({ heardUs, stages }: TimeState, limits: Limits, nowUs: number): KinoraError | number {
  const late = [...stages].find(([, sinceUs]) => nowUs - sinceUs >= limits.stage_time * 1e6);
  if (late) return new KinoraError("stage_timeout", `Stage ${late[0]} took longer than ${limits.stage_time} s and was stopped.`);
  if (nowUs - heardUs >= limits.stall_time * 1e6)
    return new KinoraError("stalled", `Nothing came forward for ${limits.stall_time} s, so it was stopped.`);
  return Math.min(heardUs + limits.stall_time * 1e6, ...[...stages.values()].map((sinceUs) => sinceUs + limits.stage_time * 1e6));
}

/** Tells once when a job has used up its time. Looks when the time may be up, no more often; limits count as they are then. */
export function startWatch(limits: () => Limits, nowUs: () => number, tell: (error: KinoraError) => void): Watch {
  const stages = new Map<StageName, number>();
  let heardUs = nowUs();
  let timer: Timer | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const verdict = judgeTime({ heardUs, stages }, limits(), nowUs());
    if (typeof verdict !== "number") tell(verdict);
    else timer = setTimeout(look, Math.min(2 ** 31 - 1, Math.max(1, (verdict - nowUs()) / 1000)));
  };
  look();
  return {
    heard: () => {
      heardUs = nowUs();
    },
    begun: (stage) => {
      if (stages.has(stage)) return;
      stages.set(stage, nowUs());
      look();
    },
    finished: (stage) => void stages.delete(stage),
    stop: () => clearTimeout(timer),
  };
}
