import { SUBJECT_PICTURES } from "../language/subjects.ts";
import { CELESTIAL } from "../picture/elements/stage.ts";
import { openRasteriser, type Rasteriser } from "../picture/raster.ts";
import { packSubjectPictures } from "../picture/subject-pictures.ts";
import { OWN_PICTURES } from "./own-pictures.ts";
import type { Pack } from "./pack.ts";

type IconSet = { icons: Record<string, { body: string }> };

const SQUARE = 32;

/** Renames every id of a drawing, and what points at them, so that several drawings can stand in one document. */
function prefixIds(body: string, prefix: string): string {
  const ids = new Map([...body.matchAll(/\bid="([^"]+)"/g)].map((match, index) => [match[1]!, `${prefix}${index}`]));
  return body
    .replace(/\bid="([^"]+)"/g, (_, id: string) => `id="${ids.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (whole, id: string) => (ids.has(id) ? `url(#${ids.get(id)})` : whole))
    .replace(/href="#([^"]+)"/g, (whole, id: string) => (ids.has(id) ? `href="#${ids.get(id)}"` : whole));
}

/** Outlines to a hundredth of the 32-pixel box. */
const trimOutlines = (body: string): string => body.replace(/\bd="[^"]+"/g, (outline) => outline.replace(/(\.\d\d)\d+/g, "$1"));

const BOATS = new Set(["sailboat", "ship", "passenger-ship", "canoe", "ferry", "motor-boat", "speedboat"]);

const WAVES = /<g filter="[^"]*"><path fill="[^"]*" d="M(?:29\.9|30)[\d.]* (2\d[\d.]*)[^"]*"\/><\/g>/g;

/** Boats without the strip of waves that they are drawn in, the lowest such strip of them: scenes have water of their own. */
function withoutWaves(name: string, body: string): string {
  const strip = BOATS.has(name) ? [...body.matchAll(WAVES)].sort((one, other) => Number(other[1]) - Number(one[1]))[0]?.[0] : undefined;
  return strip === undefined ? body : body.replace(strip, "");
}

/** Ships of which the bow alone is drawn: where it ends, of 32, and how long the stern is that it lacks, as a part of the bow's length. */
const BOWS: Record<string, { end: number; stern: number }> = { "passenger-ship": { end: 30, stern: 0.5 }, ferry: { end: 30, stern: 0.8 } };

/** Ships with a stern: their bow the other way round, shortened. */
function withStern(name: string, body: string): string {
  const bow = BOWS[name];
  if (bow === undefined) return body;
  const { end, stern } = bow;
  const times = 1 / (1 + stern);
  return `<g transform="translate(0 ${(SQUARE * (1 - times)).toFixed(3)}) scale(${times.toFixed(4)})"><g transform="translate(${(end * (1 + stern) - 0.5).toFixed(3)} 0) scale(${-stern} 1)">${body}</g>${body}</g>`;
}

const FINE = 4;

/** What is drawn upon of a picture's square, "left top right bottom" in its own units. */
function measureBox(rasteriser: Rasteriser, svg: string): string {
  const side = SQUARE * FINE;
  const { pixels } = rasteriser.draw({ svg, width: SQUARE, height: SQUARE, scale: FINE }).raster;
  let [left, top, right, bottom] = [side, side, 0, 0];
  for (let index = 0; index < side * side; index++) {
    if (pixels[index * 4 + 3]! < 24) continue;
    const [x, y] = [index % side, Math.floor(index / side)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  return right > left ? [left, top, right, bottom].map((value) => value / FINE).join(" ") : `0 0 ${SQUARE} ${SQUARE}`;
}

function toSvg(rasteriser: Rasteriser, body: string, prefix: string): string {
  const rest = `width="32" height="32" viewBox="0 0 32 32">${prefixIds(trimOutlines(body), prefix)}</svg>`;
  const box = measureBox(rasteriser, `<svg xmlns="http://www.w3.org/2000/svg" ${rest}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" data-box="${box}" ${rest}`;
}

/** Pictures of things: those of Fluent Emoji (MIT) that a word can bring up, and the moons; and our own. */
export const pack: Pack = async () => {
  const set = (await Bun.file("node_modules/@iconify-json/fluent-emoji/icons.json").json()) as IconSet;
  const rasteriser = await openRasteriser(await Bun.file("node_modules/@resvg/resvg-wasm/index_bg.wasm").bytes());
  const names = Object.keys(set.icons).filter((name) => SUBJECT_PICTURES.has(name) || CELESTIAL.test(name));
  const bodies = names.map((name) => [name, withStern(name, withoutWaves(name, set.icons[name]!.body))]);
  const drawings = Object.fromEntries([...bodies, ...Object.entries(OWN_PICTURES)]) as Record<string, string>;
  const pictures = Object.keys(drawings)
    .sort()
    .map((name, index) => [name, toSvg(rasteriser, drawings[name]!, `s${index.toString(36)}-`)]);
  return { "subjects.bin": packSubjectPictures(Object.fromEntries(pictures)) };
};
