type Relayed = { parameters: string; run: (...numbers: number[]) => void };

const TYPES: Record<string, number> = { i: 0x7f, f: 0x7d };
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const FUNCTION = 0x00;
const FUNCTION_TYPE = 0x60;
const SECTION = { types: 1, imports: 2, exports: 7 };

const name = (index: number): number[] => [1, 0x61 + index];
/** Lengths here stay under 128 per entry and 16,384 per section: unsigned LEB128 in two bytes. */
const size = (length: number): number[] => [(length & 0x7f) | 0x80, length >> 7];
const section = (id: number, entries: number[][]): number[] => {
  const body = [entries.length, ...entries.flat()];
  return [id, ...size(body.length), ...body];
};

/**
 * JavaScript functions as WebAssembly functions, fit for another module's function table: a module that imports them and exports
 * them again (WebAssembly core specification, 5.5). `parameters` spells the types, `i` for i32 and `f` for f32; nothing is returned.
 */
export async function relayModule(functions: Relayed[]): Promise<unknown[]> {
  const types = functions.map(({ parameters }) => [
    FUNCTION_TYPE,
    parameters.length,
    ...[...parameters].map((letter) => TYPES[letter]!),
    0,
  ]);
  const imports = functions.map((_, index) => [...name(0), ...name(index), FUNCTION, index]);
  const exported = functions.map((_, index) => [...name(index), FUNCTION, index]);
  const bytes = [...HEADER, ...section(SECTION.types, types), ...section(SECTION.imports, imports), ...section(SECTION.exports, exported)];
  const letters = functions.map(({ run }, index) => [String.fromCharCode(0x61 + index), run] as const);
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), { a: Object.fromEntries(letters) });
  return letters.map(([letter]) => instance.exports[letter]);
}
