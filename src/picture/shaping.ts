import { relayModule } from "./wasm-relay.ts";

/** A glyph of a shaped run: its number in the font and where its origin stands, in em from the run's left end (y up). */
export type Glyph = { id: number; x: number; y: number };

/** A run of text in one font, one direction, glyphs from left to right. */
export type ShapedRun = { widthEm: number; glyphs: Glyph[] };

/** A step of an outline, coordinates in em (y up): move and line take 2 numbers, quadratic 4, cubic 6, close none. */
export type OutlineStep = { command: "M" | "L" | "Q" | "C" | "Z"; points: number[] };

/** One open font. `spread` adds letter space after every glyph, in em, and keeps letters from joining into ligatures. */
export type Face = {
  shape: (text: string, options: { rightToLeft: boolean; spread: number }) => ShapedRun;
  outline: (glyph: number) => OutlineStep[];
};

/** HarfBuzz: from characters to glyphs and their outlines. */
export type Shaper = { openFace: (font: Uint8Array) => Face };

// biome-ignore lint/suspicious/noExplicitAny: a wasm export takes and gives numbers only
type Call = (...numbers: any[]) => number;
type Engine = {
  call: Record<string, Call>;
  memory: WebAssembly.Memory;
  steps: OutlineStep[];
  drawFuncs: number;
  buffer: number;
};

const LTR = 4;
const RTL = 5;
const WORDS_PER_GLYPH = 5;
/** hb_feature_t of "liga" and "clig" off over the whole text: tag, value, start, end. */
const NO_LIGATURES = [0x6c696761, 0, 0, 0xffffffff, 0x636c6967, 0, 0, 0xffffffff];

/** Opens HarfBuzz from harfbuzzjs' plain `harfbuzz.wasm`; its API is HarfBuzz's own C interface. */
export async function openShaper(wasm: WebAssembly.Module): Promise<Shaper> {
  const engine = await startEngine(wasm);
  return { openFace: (font) => openFace(engine, font) };
}

async function startEngine(wasm: WebAssembly.Module): Promise<Engine> {
  let memory: WebAssembly.Memory | undefined;
  const grow = (bytes: number): number => {
    const missing = Math.ceil((bytes - memory!.buffer.byteLength) / 65536);
    if (missing > 0) memory!.grow(missing);
    return 1;
  };
  const stop = (): never => {
    throw new Error("HarfBuzz gave up");
  };
  const instance = await WebAssembly.instantiate(wasm, {
    env: { _abort_js: stop, _setitimer_js: () => 0, _emscripten_runtime_keepalive_clear: () => {}, emscripten_resize_heap: grow },
    wasi_snapshot_preview1: { proc_exit: stop },
  });
  const call = instance.exports as unknown as Record<string, Call>;
  memory = instance.exports.memory as WebAssembly.Memory;
  call.__wasm_call_ctors!();
  const engine: Engine = { call, memory, steps: [], drawFuncs: call.hb_draw_funcs_create!(), buffer: call.hb_buffer_create!() };
  await listenForOutlines(engine, instance.exports.__indirect_function_table as WebAssembly.Table);
  return engine;
}

/** Puts functions of ours into HarfBuzz's function table, so that drawing a glyph fills `engine.steps`. */
async function listenForOutlines(engine: Engine, table: WebAssembly.Table): Promise<void> {
  const step =
    (command: OutlineStep["command"], count: number) =>
    (_funcs: number, _data: number, _state: number, ...rest: number[]): void => {
      engine.steps.push({ command, points: rest.slice(0, count) });
    };
  const kinds = [
    { name: "move_to", floats: 2, run: step("M", 2) },
    { name: "line_to", floats: 2, run: step("L", 2) },
    { name: "quadratic_to", floats: 4, run: step("Q", 4) },
    { name: "cubic_to", floats: 6, run: step("C", 6) },
    { name: "close_path", floats: 0, run: step("Z", 0) },
  ];
  const relayed = await relayModule(kinds.map(({ floats, run }) => ({ parameters: `iii${"f".repeat(floats)}i`, run })));
  kinds.forEach(({ name }, index) => {
    const slot = table.grow(1);
    table.set(slot, relayed[index]);
    engine.call[`hb_draw_funcs_set_${name}_func`]!(engine.drawFuncs, slot, 0, 0);
  });
}

function openFace(engine: Engine, bytes: Uint8Array): Face {
  const { call } = engine;
  const at = call.malloc!(bytes.length);
  new Uint8Array(engine.memory.buffer).set(bytes, at);
  const readOnly = 1;
  const face = call.hb_face_create!(call.hb_blob_create!(at, bytes.length, readOnly, 0, 0), 0);
  const font = call.hb_font_create!(face);
  const unitsPerEm = call.hb_face_get_upem!(face);
  return {
    shape: (text, { rightToLeft, spread }) => shape(engine, font, unitsPerEm, text, rightToLeft, spread),
    outline: (glyph) => {
      engine.steps = [];
      call.hb_font_draw_glyph!(font, glyph, engine.drawFuncs, 0);
      return engine.steps.map(({ command, points }) => ({ command, points: points.map((value) => value / unitsPerEm) }));
    },
  };
}

function shape(engine: Engine, font: number, unitsPerEm: number, text: string, rightToLeft: boolean, spread: number): ShapedRun {
  const { call, buffer } = engine;
  const at = call.malloc!(text.length * 2 + NO_LIGATURES.length * 4 + 4);
  const features = at + ((text.length * 2 + 3) & ~3);
  const view = new DataView(engine.memory.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(at + index * 2, text.charCodeAt(index), true);
  for (const [index, word] of NO_LIGATURES.entries()) view.setUint32(features + index * 4, word, true);
  call.hb_buffer_clear_contents!(buffer);
  call.hb_buffer_add_utf16!(buffer, at, text.length, 0, text.length);
  call.hb_buffer_set_direction!(buffer, rightToLeft ? RTL : LTR);
  call.hb_buffer_guess_segment_properties!(buffer);
  call.hb_shape!(font, buffer, features, spread === 0 ? 0 : 2);
  call.free!(at);
  return readGlyphs(engine, unitsPerEm, spread);
}

function readGlyphs({ call, buffer, memory }: Engine, unitsPerEm: number, spread: number): ShapedRun {
  const count = call.hb_buffer_get_length!(buffer);
  const infos = new Uint32Array(memory.buffer, call.hb_buffer_get_glyph_infos!(buffer, 0), count * WORDS_PER_GLYPH);
  const positions = new Int32Array(memory.buffer, call.hb_buffer_get_glyph_positions!(buffer, 0), count * WORDS_PER_GLYPH);
  const glyphs: Glyph[] = [];
  let penEm = 0;
  for (let index = 0; index < count; index++) {
    const [advance, , x, y] = positions.subarray(index * WORDS_PER_GLYPH);
    glyphs.push({ id: infos[index * WORDS_PER_GLYPH]!, x: penEm + x! / unitsPerEm, y: y! / unitsPerEm });
    penEm += advance! / unitsPerEm + (advance === 0 ? 0 : spread);
  }
  return { widthEm: penEm, glyphs };
}
