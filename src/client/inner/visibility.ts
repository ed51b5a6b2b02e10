/** True while nobody can see the page. Never where there is no page. */
export const isHidden = (): boolean => typeof document !== "undefined" && document.visibilityState === "hidden";

/** Resolves when the page can be seen: at once when it can be already. Rejects with the signal's reason when that fires first. */
export function whenVisible(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    if (!isHidden()) return resolve();
    const settle = (end: () => void) => {
      document.removeEventListener("visibilitychange", look);
      signal?.removeEventListener("abort", abort);
      end();
    };
    const look = () => {
      if (!isHidden()) settle(resolve);
    };
    const abort = () => settle(() => reject(signal?.reason));
    document.addEventListener("visibilitychange", look);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
