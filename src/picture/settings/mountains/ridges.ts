import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { gradientStops, lerp, mix, parseColour, toCss } from "../../elements/colour.ts";
import { cloudBars, lowDisc, placeLowSun } from "../../elements/low-sun.ts";
import { groundAt, hills, ridgePath, trimmed } from "../../elements/ridges.ts";
import { discLayer, gradeLayer, type Sun, skyLayer, starLayer } from "../../elements/sky.ts";
import { between, drawLayer, openStage, pick, type Stage } from "../../elements/stage.ts";
import { pinePath } from "../../elements/trees.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const FIRST = { "16:9": 0.46, "9:16": 0.44, "1:1": 0.46 } as const;
const BLUES = ["#3f5f86", "#4a5f8f", "#3f6a7f", "#55608a"].map(parseColour);
const COUNT = 7;

/** One ridge of many: even and hazy far away, dark, large and wooded near. */
function ridgeLayer(stage: Stage, blue: (typeof BLUES)[number], index: number, top: number, next: number): Layer {
  const { light, unit, height } = stage;
  const random = stage.stream(`ridge ${index}`);
  const part = index / (COUNT - 1);
  const depth = 0.1 + 0.8 * part;
  const rise = unit * lerp(0.13, 0.2, part);
  const bottom = Math.min(height, next + 0.1 * unit);
  const box = stage.span(depth, top - rise, bottom - top + rise);
  const share = rise / box.height;
  const ridge = hills(random, box, unit, 1 - 1.3 * share, 1, lerp(1.7, 1, part) * between(random, 0.85, 1.15), 6, 0.45);
  const tone = mix(surface(light, blue, 0.12 + 0.82 * part, light.palette === "day" ? 0.75 : 0.3), light.silhouette, 0.62 * part ** 1.6);
  const foot = mix(tone, light.haze, 0.62 * (1 - 0.62 * part));
  let pines = "";
  const tree = unit * lerp(0.02, 0.1, part ** 2);
  if (part > 0.45)
    for (let pine = 0; pine < 190 * (1.35 - part); pine++) {
      const x = box.x + random() * box.width;
      pines += pinePath(
        random,
        x,
        groundAt(ridge, x) + tree * between(random, 0.1, 0.5),
        tree * between(random, 0.45, 1.1),
        part > 0.9 ? 13 : 6,
      );
    }
  const shown = trimmed(ridge);
  const grown = { ...shown, y: shown.y - tree, height: shown.height + tree };
  const fill = `<linearGradient id="r" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${shown.y.toFixed(0)}" y2="${bottom.toFixed(0)}">${gradientStops([mix(tone, light.glow, 0.05), tone, foot])}</linearGradient>`;
  return drawLayer(
    `ridge ${index}`,
    pines ? grown : shown,
    `<defs>${fill}</defs><path d="${ridgePath(ridge)}${pines}" fill="${index === COUNT - 1 ? toCss(tone) : "url(#r)"}"/>`,
    stage.pan(depth),
  );
}

const disc = (stage: Stage, sun: Sun): Layer =>
  stage.celestial || stage.light.moon || stage.light.palette === "day" ? discLayer(stage, sun) : lowDisc(stage, sun);

/** Ridge behind ridge through a long lens, each bluer and paler than the one before it, and a great low sun. */
export const ridges: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, light, aspect } = stage;
  const blue = pick(stage.stream("mountains"), BLUES);
  const first = Math.round(height * FIRST[aspect]);
  const sun = placeLowSun(stage, first, 0.8);
  const tops = Array.from({ length: COUNT + 1 }, (_, index) => lerp(first, height * 0.96, (index / COUNT) ** 1.25));
  const rows = Array.from({ length: COUNT }, (_, index) =>
    ridgeLayer(stage, blue, index, tops[index]!, index === COUNT - 1 ? height : tops[index + 1]!),
  );
  const mist = (index: number): Layer =>
    mistLayer(stage, `mist ${index}`, tops[index]! - 0.06 * unit, 0.17 * unit, 0.15 + 0.1 * index, 0.5, sun);
  const day = light.palette === "day";
  return [
    skyLayer(stage, first + 0.05 * unit, sun),
    starLayer(stage, first),
    disc(stage, sun),
    veilLayer(stage, "high haze", mix(light.cloudLit, light.glow, 0.3), 0, first, 0.34, 3),
    day ? cloudSheet(stage, first, sun) : cloudBars(stage, first, sun),
    rows[0]!,
    rows[1]!,
    mist(2),
    rows[2]!,
    rows[3]!,
    mist(4),
    birdLayer(stage, 0.5 * first, 0.9 * first),
    rows[4]!,
    rows[5]!,
    mist(6),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.84), sunX: sun.x }),
    rows[6]!,
    gradeLayer(stage, 0.9),
  ];
};
