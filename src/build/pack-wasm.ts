import type { Pack } from "./pack.ts";

/** Programs compiled to WebAssembly that packages ship as they are: resvg turns SVG into pixels, HarfBuzz text into glyphs. */
export const pack: Pack = async () => ({
  "resvg.wasm": await Bun.file("node_modules/@resvg/resvg-wasm/index_bg.wasm").bytes(),
  "harfbuzz.wasm": await Bun.file("node_modules/harfbuzzjs/dist/harfbuzz.wasm").bytes(),
});
