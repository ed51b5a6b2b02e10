const PAGE = 65536;
const ALIGN = 64;
/** Bytes behind every block that a vector load may touch. */
const SLACK = 64;

type Block = { at: number; size: number };

/** Blocks of a WebAssembly memory, first fit, freed blocks joined again: the memory itself never shrinks, so its peak is kept low. */
export class Arena {
  readonly #memory: WebAssembly.Memory;
  readonly #used = new Map<number, number>();
  #free: Block[] = [];
  #end: number;

  constructor(memory: WebAssembly.Memory, base: number) {
    this.#memory = memory;
    this.#end = Math.ceil(base / ALIGN) * ALIGN;
  }

  /** The address of `bytes` bytes, aligned to 64, contents unknown. Views of the memory made earlier may be detached. */
  alloc(bytes: number): number {
    const size = Math.ceil((bytes + SLACK) / ALIGN) * ALIGN;
    const index = this.#free.findIndex((block) => block.size >= size);
    const at = index >= 0 ? this.#takeFrom(index, size) : this.#extend(size);
    this.#used.set(at, size);
    return at;
  }

  /** Gives a block back. */
  release(at: number): void {
    const size = this.#used.get(at);
    if (size === undefined) return;
    this.#used.delete(at);
    const place = this.#free.findIndex((block) => block.at > at);
    this.#free.splice(place < 0 ? this.#free.length : place, 0, { at, size });
    this.#free = joinNeighbours(this.#free);
    const last = this.#free.at(-1);
    if (last && last.at + last.size === this.#end) this.#end = this.#free.pop()!.at;
  }

  /** Bytes in use. */
  get used(): number {
    return [...this.#used.values()].reduce((sum, size) => sum + size, 0);
  }

  #takeFrom(index: number, size: number): number {
    const block = this.#free[index]!;
    const { at } = block;
    if (block.size === size) this.#free.splice(index, 1);
    else this.#free[index] = { at: at + size, size: block.size - size };
    return at;
  }

  #extend(size: number): number {
    const at = this.#end;
    this.#end += size;
    const missing = this.#end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return at;
  }
}

function joinNeighbours(blocks: Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && last.at + last.size === block.at) last.size += block.size;
    else joined.push({ ...block });
  }
  return joined;
}
