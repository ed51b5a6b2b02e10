import { open } from "node:fs/promises";
import { makeZip } from "client-zip";

/** A file of an archive: its name there, and where it lies. */
export type ZipEntry = { name: string; path: string; bytes: number; changed: Date };

const PIECE_BYTES = 256 * 1024;

/** An archive of files, stored and not compressed, read from the disk as it is taken. Fails when a file is gone, or no longer as long as it was. */
export async function* zipFiles(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array, void> {
  let reading: AsyncGenerator<Uint8Array, void> | undefined;
  const reader = makeZip(inputs()).getReader();

  function* inputs() {
    for (const entry of entries) {
      reading = readPieces(entry);
      yield { name: entry.name, lastModified: entry.changed, size: entry.bytes, input: reading };
    }
  }

  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reading?.return();
  }
}

async function* readPieces({ path, bytes }: ZipEntry): AsyncGenerator<Uint8Array, void> {
  const file = await open(path);
  try {
    for (let left = bytes; left > 0; ) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(PIECE_BYTES, left)));
      if (bytesRead === 0) throw new Error(`${path} has become shorter while it was read.`);
      yield buffer.subarray(0, bytesRead);
      left -= bytesRead;
    }
  } finally {
    await file.close();
  }
}
