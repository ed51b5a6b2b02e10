const SUCCESS = 0;
const BAD_FILE = 8;
const NO_ENTRY = 44;
const CHARACTER_DEVICE = 2;

/** Thrown through a WASI program when it exits. */
export class WasiExit extends Error {
  constructor(readonly status: number) {
    super(`The program ended with ${status}`);
  }
}

/**
 * The part of WASI preview 1 that a program needs which reads its arguments and nothing else: no files, a clock that stands still,
 * output that goes nowhere. `memory` is asked for at each call because it exists only after instantiation.
 */
export function emptyWorld(programArguments: string[], memory: () => WebAssembly.Memory): Record<string, (...values: never[]) => number> {
  const view = () => new DataView(memory().buffer);
  const encoded = programArguments.map((value) => new TextEncoder().encode(`${value}\0`));
  return {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count, encoded.length, true);
      view().setUint32(
        size,
        encoded.reduce((sum, bytes) => sum + bytes.length, 0),
        true,
      );
      return SUCCESS;
    },
    args_get(pointers: number, buffer: number) {
      let at = buffer;
      for (const [index, bytes] of encoded.entries()) {
        view().setUint32(pointers + 4 * index, at, true);
        new Uint8Array(memory().buffer).set(bytes, at);
        at += bytes.length;
      }
      return SUCCESS;
    },
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, 0n, true);
      return SUCCESS;
    },
    fd_fdstat_get(file: number, result: number) {
      if (file > 2) return BAD_FILE;
      new Uint8Array(memory().buffer, result, 24).fill(0);
      view().setUint8(result, CHARACTER_DEVICE);
      return SUCCESS;
    },
    fd_write(_file: number, vectors: number, count: number, result: number) {
      let size = 0;
      for (let index = 0; index < count; index++) size += view().getUint32(vectors + 8 * index + 4, true);
      view().setUint32(result, size, true);
      return SUCCESS;
    },
    fd_read(_file: number, _vectors: number, _count: number, result: number) {
      view().setUint32(result, 0, true);
      return SUCCESS;
    },
    fd_close: () => SUCCESS,
    fd_fdstat_set_flags: () => SUCCESS,
    fd_seek: () => BAD_FILE,
    fd_prestat_get: () => BAD_FILE,
    fd_prestat_dir_name: () => BAD_FILE,
    path_open: () => NO_ENTRY,
    proc_exit(status: number) {
      throw new WasiExit(status);
    },
  };
}
