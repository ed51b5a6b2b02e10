import { closeSync, openSync, renameSync, rmSync, statfsSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A file of real bytes beside the database that is given up when the disk is full, so that deleting, which writes first, still works. */
export type Ballast = {
  /** Whether it lies there. */
  held: () => boolean;
  /** Gives its bytes back to the disk. */
  free: () => void;
  /** Tries to write it again, and answers whether it lies there now. */
  refill: () => boolean;
};

const CHUNK = 1 << 20;

/** Opens the ballast of a database, writing it when there is room. Sizes are bytes; 0 means none is wanted. */
export function openBallast(file: string, bytes: number): Ballast {
  const isWhole = () => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found !== undefined && found.size >= bytes;
  };
  let held = bytes === 0 || isWhole() || fill(file, bytes);
  return {
    held: () => held,
    free() {
      if (bytes === 0) return;
      rmSync(file, { force: true });
      held = false;
    },
    refill() {
      held ||= fill(file, bytes);
      return held;
    },
  };
}

function fill(file: string, bytes: number): boolean {
  if (!hasRoom(dirname(file), 2 * bytes)) return false;
  const part = `${file}.part`;
  try {
    const descriptor = openSync(part, "w");
    try {
      const chunk = new Uint8Array(CHUNK).fill(0xa5);
      for (let left = bytes; left > 0; ) left -= writeSync(descriptor, chunk, 0, Math.min(left, CHUNK));
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, file);
    return true;
  } catch {
    rmSync(part, { force: true });
    return false;
  }
}

function hasRoom(folder: string, bytes: number): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= bytes;
}
