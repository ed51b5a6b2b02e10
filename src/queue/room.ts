import { freeBytes } from "../system/files.ts";

/** Resolves once the disk of `folder` has as many bytes free as are needed then, or the signal fires; looks every `everyMs`. */
export async function untilRoom(folder: string, neededBytes: () => number, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await freeBytes(folder).catch(() => 0)) < neededBytes()) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, everyMs);
    signal.addEventListener("abort", () => resolve(), { once: true });
    await promise;
    clearTimeout(timer);
  }
}
