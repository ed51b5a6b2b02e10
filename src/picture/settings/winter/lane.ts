import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { gradientStops, lerp, mix, parseColour, toCss } from "../../elements/colour.ts";
import { hills } from "../../elements/ridges.ts";
import { gradeLayer, heavens, type Sun } from "../../elements/sky.ts";
import { snowHill, snowTones } from "../../elements/snow-land.ts";
import { snowfall } from "../../elements/snowfall.ts";
import { between, breathe, drawLayer, openStage, type Stage, together } from "../../elements/stage.ts";
import { bareTree, snowyFir } from "../../elements/winter-trees.ts";
import type { ImageLayer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const END = { "16:9": 0.56, "9:16": 0.52, "1:1": 0.55 } as const;

/** The lane: where its middle lies and how wide it is at 0 (far) to 1 (near), in pixels. */
type Lane = (part: number) => { x: number; y: number; half: number };

/** The snowy ground with the trodden lane that bends away between the trees. */
function laneLayer(stage: Stage, lane: Lane, endY: number, sun: Sun): ImageLayer {
  const { height, unit, light } = stage;
  const box = stage.span(0.5, endY - 2, height - endY + 4);
  const { lit, shade } = snowTones(stage, 0.8);
  const edge = (side: number, wider: number): string[] =>
    Array.from({ length: 31 }, (_, step) => {
      const { x, y, half } = lane(step / 30);
      return `${(x + side * half * wider).toFixed(1)},${y.toFixed(1)}`;
    });
  const strip = (wider: number): string => `M${edge(-1, wider).join("L")}L${edge(1, wider).reverse().join("L")}Z`;
  const vertical = `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${endY}" y2="${height}"`;
  const ground = `<linearGradient id="g" ${vertical}>${gradientStops([mix(lit, light.haze, 0.5), lit, mix(lit, shade, 0.45), mix(lit, shade, 0.75)])}</linearGradient>`;
  const trodden = `<linearGradient id="t" ${vertical}>${gradientStops([mix(light.glow, lit, 0.4), mix(shade, lit, 0.55), mix(shade, lit, 0.25), shade])}</linearGradient>`;
  const shine = `<radialGradient id="s" gradientUnits="userSpaceOnUse" cx="${sun.x.toFixed(0)}" cy="${endY}" r="${(0.6 * unit).toFixed(0)}">${gradientStops([light.glow, light.glow], [light.moon ? 0.35 : 0.7, 0.25, 0])}</radialGradient>`;
  const random = stage.stream("lane marks");
  let marks = "";
  for (let index = 0; index < 70; index++) {
    const part = between(random, 0.05, 1);
    const { x, y, half } = lane(part);
    const size = half * between(random, 0.05, 0.14);
    marks += `<ellipse cx="${(x + half * between(random, -0.75, 0.75)).toFixed(1)}" cy="${y.toFixed(1)}" rx="${size.toFixed(1)}" ry="${(size * 0.26).toFixed(1)}"/>`;
  }
  const body = `<defs>${ground}${trodden}${shine}</defs><rect x="${box.x}" y="${endY}" width="${box.width}" height="${box.height}" fill="url(#g)"/><path d="${strip(1.25)}" fill="${toCss(shade, 0.4)}"/><path d="${strip(1)}" fill="url(#t)"/><g fill="${toCss(mix(shade, light.silhouette, 0.18), 0.4)}">${marks}</g><rect x="${box.x}" y="${endY}" width="${box.width}" height="${box.height}" fill="url(#s)"/>`;
  return drawLayer("lane", box, body, stage.pan(0.5));
}

/** Firs and bare trees along one stretch of the lane, at both sides, standing from `from` to `to` along it, but for where something is `taken`. */
function verge(
  stage: Stage,
  lane: Lane,
  name: string,
  { from, to, count, depth, taken }: { from: number; to: number; count: number; depth: number; taken?: (x: number) => boolean },
): ImageLayer {
  const { unit, height, light, width } = stage;
  const random = stage.stream(name);
  const tall = unit * (stage.aspect === "9:16" ? 1.15 : 0.9);
  const { lit, shade } = snowTones(stage, depth);
  const fir = mix(surface(light, parseColour("#3a5363"), depth, 0.25), light.silhouette, lerp(0.1, 0.55, depth));
  const wood = mix(surface(light, parseColour("#5a4c48"), depth, 0.2), light.silhouette, lerp(0.1, 0.6, depth));
  let body = "";
  for (let index = 0; index < count; index++) {
    const part = lerp(from, to, (index + 0.5 * random()) / count);
    const { x, y, half } = lane(part);
    const reach = half * between(random, 1.7, 2.5) + width * (0.02 + 0.05 * part) + 0.3 * unit * random() * (1 - 0.6 * part);
    for (const side of random() < 0.5 ? [-1, 1] : [1, -1]) {
      const size = tall * lerp(0.14, 1.1, part ** 1.3) * between(random, 0.7, 1.05);
      const foot = x + side * reach * between(random, 0.9, 1.25);
      const isBare = random() < 0.24;
      const stands = taken?.(foot) === true;
      if (isBare) {
        const tree = bareTree(random, foot, y, size * 0.75);
        if (stands) continue;
        body += `<path d="${tree.wood}" fill="${toCss(wood)}"/><path d="${tree.snow}" fill="${toCss(mix(lit, shade, 0.3))}"/>`;
        continue;
      }
      const tree = snowyFir(random, foot, y, size, 8);
      if (stands) continue;
      body += `<ellipse cx="${foot.toFixed(1)}" cy="${y.toFixed(1)}" rx="${(size * 0.2).toFixed(1)}" ry="${(size * 0.022).toFixed(1)}" fill="${toCss(mix(shade, light.silhouette, 0.3), 0.5)}"/><path d="${tree.dark}" fill="${toCss(fir)}"/><path d="${tree.snow}" fill="${toCss(mix(mix(lit, shade, 0.35), light.haze, 0.4 * (1 - depth)))}"/>`;
    }
  }
  return drawLayer(name, stage.span(depth, 0, height), body, stage.pan(depth));
}

/** Old lanterns along the lane, and the light about them. */
function lanterns(stage: Stage, lane: Lane): ImageLayer[] {
  const { unit, light } = stage;
  const post = toCss(mix(light.silhouette, light.haze, 0.1));
  const power = 0.3 + 0.6 * Math.max(0.25, light.lamps);
  const { lit } = snowTones(stage, 0.8);
  let [posts, glows] = ["", ""];
  for (const [part, side] of [
    [0.2, 1],
    [0.36, -1],
    [0.56, 1],
    [0.8, -1],
  ] as const) {
    const { x, y, half } = lane(part);
    const size = unit * 0.34 * lerp(0.16, 1, part ** 1.1);
    const foot = x + side * half * 1.35;
    posts += `<g transform="translate(${foot.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(2)})"><path d="M-.022,0L-.014,-.7H.014L.022,0ZM-.04,0Q0,-.05 .04,0Z" fill="${post}"/><path d="M-.05,-.72H.05L.075,-.9H-.075Z" fill="#ffe6a4"/><path d="M-.05,-.7H.05L.056,-.735H-.056ZM-.1,-.89L0,-1L.1,-.89Z" fill="${post}"/><path d="M-.09,-.905Q-.05,-1.02 0,-1.02T.09,-.905Q0,-.93 -.09,-.905Z" fill="${toCss(lit)}"/></g>`;
    glows += `<circle cx="${foot.toFixed(1)}" cy="${(y - 0.8 * size).toFixed(1)}" r="${(0.75 * size).toFixed(1)}" fill="url(#l)"/><ellipse cx="${foot.toFixed(1)}" cy="${y.toFixed(1)}" rx="${(0.6 * size).toFixed(1)}" ry="${(0.13 * size).toFixed(1)}" fill="url(#l)"/>`;
  }
  const stops = gradientStops([parseColour("#fff0c0"), parseColour("#ffb95a")], [power, power * 0.42, power * 0.12, 0]);
  const box = stage.span(0.5, 0.3 * stage.height, 0.7 * stage.height);
  return [
    drawLayer("lanterns", box, posts, stage.pan(0.5)),
    drawLayer(
      "lantern light",
      box,
      `<defs><radialGradient id="l">${stops}</radialGradient></defs>${glows}`,
      together(stage.pan(0.5), breathe(0.75, 1, 3.7)),
      { scale: 0.25 },
    ),
  ];
}

/** A lane between snowy firs towards the light at its end, lanterns along it. */
export const lane: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("lane");
  const endY = Math.round(height * END[aspect]);
  const endX = width * between(random, 0.42, 0.58);
  const bend = unit * between(random, 0.05, 0.13) * (random() < 0.5 ? -1 : 1);
  const way: Lane = (part) => ({
    x: lerp(endX, 0.5 * width, part) + bend * Math.sin(4.2 * part) * (0.35 + part),
    y: lerp(endY, height * 1.04, part ** 1.5),
    half: unit * lerp(0.012, aspect === "16:9" ? 0.34 : 0.27, part ** 1.5),
  });
  const awayFrom = endX < width / 2 ? 0 : width;
  const taken = standsAbout(stage, brief, awayFrom);
  const high = light.palette === "day" || light.moon;
  const sun: Sun = {
    x: endX + between(random, -0.1, 0.1) * unit,
    y: endY - unit * (high ? 0.36 : between(random, 0.06, 0.12)),
    radius: unit * 0.06,
  };
  const far = hills(stage.stream("far"), stage.span(0.14, endY - 0.16 * unit, 0.2 * unit), unit, 0.3, 0.9, 1, 4, 0.35);
  return [
    ...heavens(stage, endY, sun),
    cloudSheet(stage, endY, sun, 0.9),
    snowHill(stage, "far hill", far, 0.12, sun, { tree: 0.05 * unit, count: 90, groves: 10 }),
    laneLayer(stage, way, endY, sun),
    verge(stage, way, "far verge", { from: 0.02, to: 0.24, count: 18, depth: 0.36 }),
    mistLayer(stage, "lane mist", endY - 0.16 * unit, 0.24 * unit, 0.4, 0.7, sun),
    verge(stage, way, "middle verge", { from: 0.26, to: 0.52, count: 7, depth: 0.5, taken }),
    ...lanterns(stage, way),
    mistLayer(stage, "low mist", endY - 0.02 * unit, 0.22 * unit, 0.5, 0.3, sun),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.75 : 0.84), sunX: awayFrom }),
    verge(stage, way, "near verge", { from: 0.62, to: 0.86, count: 2, depth: 0.8, taken }),
    snowfall(stage, 1.1),
    gradeLayer(stage, 0.8),
  ];
};
