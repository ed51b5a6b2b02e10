/** What `assembly/index.ts` exports. Addresses and counts are whole numbers; see there for their meaning. */
export type CompositorProgram = {
  memory: WebAssembly.Memory;
  heapBase(): number;
  spaceFor(width: number, commands: number): number;
  open(width: number, height: number, commands: number, space: number): void;
  render(out: number, commands: number, picture: number, before: number, above: number, mix: number): void;
  invertAlpha(pixels: number, count: number): void;
  widen(from: number, to: number, count: number): void;
  smoothGradient(pixels: number, width: number, height: number, spare: number, spare2: number, radius: number): void;
  countSpans(raster: number): number;
  writeSpans(raster: number, spans: number): void;
};

/** WebAssembly as bytes or compiled already. A module compiled once and posted to every thread shares its machine code among them. */
export type WasmSource = Uint8Array<ArrayBuffer> | WebAssembly.Module;

/** Starts the program on a memory of its own. */
export async function startProgram(wasm: WasmSource): Promise<CompositorProgram> {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  const instance = await WebAssembly.instantiate(module, { env: { abort: () => {} } });
  return instance.exports as unknown as CompositorProgram;
}
