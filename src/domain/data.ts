/** Fonts for what Montserrat lacks, in the order in which they are asked. One that is added here (and packed) is used at once. */
export const FALLBACK_FONTS = [
  "font-sans.ttf",
  "font-japanese.ttf",
  "font-chinese.ttf",
  "font-arabic.ttf",
  "font-hebrew.ttf",
  "font-devanagari.ttf",
  "font-thai.ttf",
  "font-math.ttf",
  "font-emoji.ttf",
  "font-symbols.ttf",
] as const;

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
  "japanese.bin",
  "wordnet.bin",
  "subjects.bin",
  "emoji.json",
  "font-light.ttf",
  "font-medium.ttf",
  "font-bold.ttf",
  "font-black.ttf",
  "font-coverage.json",
  ...FALLBACK_FONTS,
  "web.bin",
  "docs.html",
  "docs-start.js",
  "swagger-ui.js",
  "swagger-ui.css",
] as const;

/** A packed data file, by its name. */
export type DataName = (typeof DATA_NAMES)[number];

/** Opens one data file; the same bytes every time. Rejects with `data_missing` when it was never packed. */
export type DataSource = (name: DataName) => Promise<Uint8Array<ArrayBuffer>>;
