/** Waits. Rejects with the signal's reason when that fires first. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** Waits that double from the first to the longest, ms, each scattered over its upper half so that many clients do not come back at once. */
export const backoffMs = (
  attempt: number,
  { firstMs, mostMs, random }: { firstMs: number; mostMs: number; random: () => number },
): number => Math.min(mostMs, firstMs * 2 ** Math.min(30, attempt)) * (0.5 + random() / 2);

/** A signal that fires with another, or by `abort`; `release` ends listening to the other. */
export function childSignal(parent?: AbortSignal): { signal: AbortSignal; abort: (reason?: unknown) => void; release: () => void } {
  const controller = new AbortController();
  const pass = () => controller.abort(parent?.reason);
  if (parent?.aborted) pass();
  parent?.addEventListener("abort", pass, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => parent?.removeEventListener("abort", pass),
  };
}
