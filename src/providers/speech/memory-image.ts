/** A copy of a program's memory as it was when it had just started; going back to it makes every run the same, whatever ran before. */
export class MemoryImage {
  readonly #image: Uint8Array;

  constructor(memory: ArrayBufferLike) {
    this.#image = new Uint8Array(memory).slice(0, lengthUsed(new Uint8Array(memory)));
  }

  /** Puts the copy back; what has grown since is cleared. */
  restore(memory: ArrayBufferLike): void {
    const bytes = new Uint8Array(memory);
    bytes.set(this.#image);
    bytes.fill(0, this.#image.length);
  }
}

/** Length without the zeros at the end, in whole pages of 4096 bytes. */
function lengthUsed(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  let last = words.length;
  while (last > 0 && words[last - 1] === 0) last--;
  return Math.min(bytes.length, Math.ceil((last * 4) / 4096) * 4096);
}
