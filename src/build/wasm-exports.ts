/**
 * A WebAssembly module in which some internal functions, found by the names in its name section, are exported as well,
 * and from which debugging sections are left out. Throws when a name is not there. Format: WebAssembly core specification 2, §5.5.
 */
export function exportFunctions(wasm: Uint8Array, names: string[]): Uint8Array {
  const sections = readSections(wasm);
  const indices = functionNames(sections);
  const extra = names.map((name) => {
    const index = indices.get(name);
    if (index === undefined) throw new Error(`The module has no function ${name}`);
    return [...text(name), 0x00, ...unsigned(index)];
  });
  const kept = sections.filter((section) => section.id !== 0);
  const written = kept.flatMap((section) => {
    const body = section.id === EXPORTS ? withEntries(section.body, extra) : section.body;
    return [Uint8Array.of(section.id, ...unsigned(body.length)), body];
  });
  return Buffer.concat([wasm.subarray(0, 8), ...written]);
}

const EXPORTS = 7;

type Section = { id: number; body: Uint8Array };

/** Reads LEB128 numbers and strings off bytes. */
class Reader {
  at = 0;
  constructor(readonly bytes: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text(): string {
    return new TextDecoder().decode(this.take(this.number()));
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }
}

function readSections(wasm: Uint8Array): Section[] {
  const reader = new Reader(wasm.subarray(8));
  const sections: Section[] = [];
  while (!reader.done) sections.push({ id: reader.take(1)[0]!, body: reader.take(reader.number()) });
  return sections;
}

function functionNames(sections: Section[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const section of sections.filter((section) => section.id === 0)) {
    const reader = new Reader(section.body);
    if (reader.text() !== "name") continue;
    while (!reader.done) {
      const kind = reader.take(1)[0]!;
      const part = new Reader(reader.take(reader.number()));
      if (kind !== 1) continue;
      for (let left = part.number(); left > 0; left--) {
        const index = part.number();
        names.set(part.text(), index);
      }
    }
  }
  return names;
}

function withEntries(body: Uint8Array, entries: number[][]): Uint8Array {
  const reader = new Reader(body);
  const count = reader.number();
  return Buffer.concat([Uint8Array.from(unsigned(count + entries.length)), body.subarray(reader.at), Uint8Array.from(entries.flat())]);
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 128) return [...bytes, left];
    bytes.push((left & 127) | 128);
  }
}
