import { KinoraError, toErrorData } from "../domain/error.ts";
import type { FromJob, NoopOrder, ToJob } from "../domain/wire.ts";
import type { FilmJob } from "./film-job.ts";

/**
 * A job's thread: one order after the other, each told of as `started` and settled as `done` or `failed`. What makes films is loaded with the
 * first film, so that a thread that only rests is small and begins at once.
 */
declare const self: Worker;

type Current = { stop: AbortController; film?: Promise<FilmJob> };

const tell = (message: FromJob): void => self.postMessage(message);
let current: Current | undefined;

self.onmessage = ({ data: message }: MessageEvent<ToJob>) => {
  if (message.type === "run") begin((now) => make(message, now));
  else if (message.type === "rest") begin((now) => rest(message.order, now.stop.signal));
  else if (message.type === "cancel") current?.stop.abort(new KinoraError("cancelled", "Cancelled."));
  else void current?.film?.then((film) => film.hear(message)).catch(() => undefined);
};

function begin(work: (now: Current) => Promise<Extract<FromJob, { type: "done" }>>): void {
  const now: Current = { stop: new AbortController() };
  current = now;
  tell({ type: "started" });
  work(now).then(tell, (error) => tell({ type: "failed", error: toErrorData(error) }));
}

async function make({ means, order }: ToJob & { type: "run" }, now: Current): Promise<Extract<FromJob, { type: "done" }>> {
  now.film = import("./film-job.ts").then(({ openFilmJob }) => openFilmJob(means, order, tell, now.stop.signal));
  const film = await (await now.film).run();
  return { type: "done", ...(film && { film }) };
}

async function rest({ noopMs }: NoopOrder, signal: AbortSignal): Promise<Extract<FromJob, { type: "done" }>> {
  if (noopMs > 0) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, noopMs);
    signal.addEventListener("abort", () => resolve(), { once: true });
    await promise;
    clearTimeout(timer);
  }
  signal.throwIfAborted();
  return { type: "done" };
}
