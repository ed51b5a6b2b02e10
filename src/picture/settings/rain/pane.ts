import { gradientStops, mix, parseColour, type Rgb, toCss } from "../../elements/colour.ts";
import { rainfall, rainy } from "../../elements/rainfall.ts";
import { gradeLayer, type Sun, skyLayer } from "../../elements/sky.ts";
import { between, drawLayer, openStage, type Stage } from "../../elements/stage.ts";
import { mugLayers } from "../../elements/table-things.ts";
import { veilLayer } from "../../elements/veil.ts";
import { BOKEH } from "../../elements/wet-street.ts";
import { bokehLayer, clingingDrops, paneGlow, runningDrops } from "../../elements/window-pane.ts";
import type { ImageLayer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const SILL = { "16:9": 0.86, "9:16": 0.84, "1:1": 0.85 } as const;

/** The town beyond the glass, so far out of focus that only its masses are left. */
function blurredTown(stage: Stage, ground: number): ImageLayer {
  const { unit, light, height } = stage;
  const random = stage.stream("blurred town");
  const box = stage.span(0.15, 0, height);
  let [far, near] = ["", ""];
  for (let x = box.x; x < box.x + box.width; ) {
    const wide = unit * between(random, 0.1, 0.24);
    far += `M${x.toFixed(0)},${height}V${(ground - unit * between(random, 0.1, 0.5)).toFixed(0)}h${wide.toFixed(0)}V${height}Z`;
    near += `M${(x + 0.05 * unit).toFixed(0)},${height}V${(ground - unit * between(random, -0.1, 0.18)).toFixed(0)}h${(wide * 0.9).toFixed(0)}V${height}Z`;
    x += wide * between(random, 0.8, 1.3);
  }
  const blur = `<filter id="b" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="${(0.016 * unit).toFixed(1)}"/></filter>`;
  const body = `<defs>${blur}</defs><g filter="url(#b)"><path d="${far}" fill="${toCss(mix(light.haze, light.silhouette, 0.34))}"/><path d="${near}" fill="${toCss(mix(light.haze, light.silhouette, 0.66))}"/></g>`;
  return drawLayer("blurred town", box, body, stage.pan(0.15), { scale: 0.25 });
}

/** The wooden frame of the window and its sill. */
function frame(stage: Stage, sill: number, wood: Rgb): ImageLayer {
  const { width, height, unit, light, aspect } = stage;
  const box = stage.span(0.9, 0, height);
  const thick = 0.042 * unit;
  const [dark, bright] = [toCss(mix(wood, light.silhouette, 0.5)), toCss(mix(wood, light.glow, 0.24))];
  const bar = (x: number): string =>
    `<rect x="${(x - thick / 2).toFixed(1)}" y="-4" width="${thick.toFixed(1)}" height="${(sill + 6).toFixed(1)}" fill="url(#w)"/><rect x="${(x - thick / 2).toFixed(1)}" y="-4" width="${(thick * 0.16).toFixed(1)}" height="${(sill + 6).toFixed(1)}" fill="${bright}"/><rect x="${(x + thick * 0.34).toFixed(1)}" y="-4" width="${(thick * 0.16).toFixed(1)}" height="${(sill + 6).toFixed(1)}" fill="${dark}"/>`;
  const across = aspect === "9:16" ? 0.36 * height : 0;
  const cross = across
    ? `<rect x="${box.x}" y="${(across - thick * 0.4).toFixed(1)}" width="${box.width}" height="${(thick * 0.8).toFixed(1)}" fill="${toCss(wood)}"/><rect x="${box.x}" y="${(across - thick * 0.4).toFixed(1)}" width="${box.width}" height="${(thick * 0.14).toFixed(1)}" fill="${bright}"/>`
    : "";
  const bars = aspect === "16:9" ? [0.345 * width, 0.985 * width] : [0.03 * width, 0.97 * width];
  const top = `<linearGradient id="s" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${sill.toFixed(0)}" y2="${height}">${gradientStops([mix(wood, light.glow, 0.2), wood, mix(wood, light.silhouette, 0.6)])}</linearGradient><linearGradient id="w">${gradientStops([mix(wood, light.glow, 0.1), wood, mix(wood, light.silhouette, 0.35)])}</linearGradient>`;
  const body = `<defs>${top}</defs>${cross}${bars.map(bar).join("")}<rect x="${box.x}" y="${sill.toFixed(1)}" width="${box.width}" height="${(height - sill + 4).toFixed(1)}" fill="url(#s)"/><rect x="${box.x}" y="${sill.toFixed(1)}" width="${box.width}" height="${(0.006 * unit).toFixed(1)}" fill="${bright}"/><rect x="${box.x}" y="${(sill + 0.03 * unit).toFixed(1)}" width="${box.width}" height="${(0.005 * unit).toFixed(1)}" fill="${dark}"/>`;
  return drawLayer("frame", box, body, stage.pan(0.9));
}

/** A window in the rain: drops run down the glass, the lights of the town blur behind it, a warm cup on the sill. */
export const pane: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const stage: Stage = { ...opened, light: rainy(opened.light) };
  const { unit, width, height, light, aspect } = stage;
  const sill = Math.round(height * SILL[aspect]);
  const ground = 0.66 * height;
  const random = stage.stream("pane");
  const sun: Sun = { x: width * between(random, 0.5, 0.8), y: 0.5 * height, radius: 0.06 * unit };
  const wood = mix(parseColour("#6b4a34"), light.silhouette, light.palette === "day" ? 0.25 : 0.5);
  const subjects = brief.subjects.filter(({ picture }) => picture !== "hot-beverage");
  const cupX = width * (aspect === "16:9" ? 0.2 : 0.26);
  const lights = BOKEH.map((colour) => mix(colour, light.haze, light.palette === "day" ? 0.3 : 0.08));
  return [
    skyLayer(stage, 0.7 * height, sun),
    veilLayer(stage, "low clouds", mix(light.cloudShade, light.cloudLit, 0.4), 0, 0.6 * height, 0.45, 2),
    blurredTown(stage, ground),
    bokehLayer(stage, lights, ground - 0.34 * unit, ground + 0.16 * unit, aspect === "16:9" ? 44 : 32),
    veilLayer(stage, "wet air", light.haze, 0.2 * height, 0.6 * height, 0.22, 1.2),
    rainfall(stage, 0.7),
    clingingDrops(stage, 300),
    runningDrops(stage, 16),
    frame(stage, sill, wood),
    ...(subjects.length > 1 ? [] : mugLayers(stage, cupX, sill + 0.035 * unit, 0.15 * unit, 0.9)),
    paneGlow(stage, cupX, sill - 0.1 * unit, 0.5 * unit, parseColour("#ffb35a")),
    ...subjectLayers(stage, { ...brief, subjects }, { groundY: sill + 0.03 * unit, sunX: 0, tabletop: true }),
    gradeLayer(stage),
  ];
};
