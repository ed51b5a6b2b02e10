import { KinoraError } from "../domain/error.ts";
import type { ServiceMeans } from "./means.ts";

const KNOWN_FOR_US = 1_000_000;
const TRY_AGAIN_SEC = 60;

/** Watches the room on the data folder's disk: asks at most once a second while there is enough, and each time while there is not. */
export function watchDisk({ settings, freeBytes, nowUs }: Pick<ServiceMeans, "settings" | "freeBytes" | "nowUs">) {
  let enoughUntilUs = 0;
  const look = async () => {
    const free = await freeBytes();
    const enough = free >= settings.limits.disk_free;
    enoughUntilUs = enough ? nowUs() + KNOWN_FOR_US : 0;
    return { enough, free };
  };
  return {
    look,
    /** Throws `disk_full` when there is less room than `limits.disk_free`. */
    async check(): Promise<void> {
      if (nowUs() < enoughUntilUs) return;
      const { enough, free } = await look();
      if (!enough) throw diskFull(free, settings.limits.disk_free);
    },
  };
}

const diskFull = (free: number, least: number): KinoraError =>
  new KinoraError(
    "disk_full",
    `The disk of the data folder is nearly full: ${megabytes(free)} are free, ${megabytes(least)} are kept back. Free some space; it is looked at again with each request.`,
    { retryAfterSec: TRY_AGAIN_SEC },
  );

/** Bytes in words, rounded down: never says more room than there is. */
export const megabytes = (bytes: number): string => `${Math.floor(bytes / 1e6).toLocaleString("en")} MB`;
