import { KinoraError } from "../domain/error.ts";
import type { Store, Writing } from "../store/store.ts";

/** Has changes stored, in their order, however long the disk refuses them. */
export type Saver = {
  /** Resolves when the change is on the disk, with what it answered; rejects with what the change itself throws, or once the saver is stopped. */
  save: <Result>(change: (store: Writing) => Result) => Promise<Result>;
  /** True while the disk refuses what is to be stored. */
  refused: () => boolean;
  /** Tries a last time what has not been stored, and gives it up then. */
  stop: () => Promise<void>;
};

type Held = { change: (store: Writing) => unknown; resolve: (result: unknown) => void; reject: (error: unknown) => void };

const isRefusal = (error: unknown): boolean =>
  error instanceof KinoraError && (error.code === "disk_full" || error.code === "store_unusable");

/** Opens a saver; what the disk refuses is tried again every `everyMs`. `tell` hears of the first refusal, and of the end of it. */
export function openSaver(store: Store, everyMs: number, tell: (refused: unknown) => void): Saver {
  let held: Held[] = [];
  let timer: Timer | undefined;
  let troubled = false;
  let stopped = false;

  async function write(one: Held): Promise<void> {
    try {
      one.resolve(await store.write(one.change));
    } catch (error) {
      if (isRefusal(error) && !stopped) hold(one, error);
      else one.reject(error);
    }
  }

  function hold(one: Held, error: unknown): void {
    held.push(one);
    if (timer) return;
    if (!troubled) tell(error);
    troubled = true;
    timer = setTimeout(() => void again(), everyMs);
  }

  async function again(): Promise<void> {
    const all = held;
    held = [];
    timer = undefined;
    await Promise.all(all.map(write));
    if (held.length > 0 || !troubled || stopped) return;
    troubled = false;
    tell(undefined);
  }

  return {
    save<Result>(change: (writing: Writing) => Result) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const one: Held = { change, resolve: resolve as Held["resolve"], reject };
      if (timer) held.push(one);
      else void write(one);
      return promise;
    },
    refused: () => timer !== undefined,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await again();
    },
  };
}
