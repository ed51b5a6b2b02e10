/** When to store what changes all the time. */
export type Pace = {
  /** Something has changed. */
  ask: () => void;
  stop: () => void;
};

/** The least time between two of a job's, µs; and the most while nothing changes, so that a dead server leaves word of when it was last alive. */
const EVERY_US = 1e6;
const BEAT_US = 5e6;

/** Has `store` called at most once a second, only when the last call has ended, and at least every five seconds. */
export function openPace(store: () => Promise<void>, nowUs: () => number): Pace {
  let storedUs = nowUs();
  let asked = false;
  let storing = false;
  let stopped = false;
  let timer: Timer | undefined;

  function plan(): void {
    clearTimeout(timer);
    if (stopped || storing) return;
    const dueUs = storedUs + (asked ? EVERY_US : BEAT_US);
    timer = setTimeout(() => void run(), Math.max(0, (dueUs - nowUs()) / 1000));
  }

  async function run(): Promise<void> {
    if (stopped) return;
    asked = false;
    storing = true;
    storedUs = nowUs();
    await store();
    storing = false;
    plan();
  }

  plan();
  return {
    ask() {
      if (asked) return;
      asked = true;
      plan();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
