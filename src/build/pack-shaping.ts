import type { Pack } from "./pack.ts";

/** HarfBuzz, which turns text into glyphs. */
export const pack: Pack = async () => ({
  "harfbuzz.wasm": await Bun.file("node_modules/harfbuzzjs/dist/harfbuzz.wasm").bytes(),
});
