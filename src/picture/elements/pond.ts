import type { ImageLayer, Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import { between, drawLayer, type Stage, swing, together } from "./stage.ts";
import { deepWater, waterBody } from "./water.ts";
import type { Wood } from "./woods.ts";

/** Still water that fills the picture below its far shore `y`. */
export type Pond = { y: number };

/** What stands on the far shore, upside down in the water and paler the nearer to the eye. */
function upsideDown(stage: Stage, bank: ImageLayer, y: number, depth: number, index: number): Layer {
  const body = bank.drawing.svg.replace(/^<svg[^>]*>|<\/svg>$/g, "");
  const box = stage.span(depth, y, Math.min(stage.height - y, 0.4 * stage.unit));
  const at = `x="${box.x.toFixed(1)}" y="${box.y.toFixed(1)}" width="${box.width.toFixed(1)}" height="${box.height.toFixed(1)}"`;
  const fade = `<linearGradient id="fade${index}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".8"/><stop offset=".6" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="m${index}" maskUnits="userSpaceOnUse" ${at}><rect ${at} fill="url(#fade${index})"/></mask>`;
  return drawLayer(
    `upside down ${index}`,
    box,
    `<defs>${fade}</defs><g mask="url(#m${index})"><g transform="translate(0 ${(1.86 * y).toFixed(1)}) scale(1 -.86)">${body}</g></g>`,
    stage.pan(depth),
    { scale: 0.5 },
  );
}

/** The water: the sky in it, the banks upside down, a thin bright line where it meets the shore. */
export function pondWater(wood: Wood, pond: Pond, banks: { layer: Layer; depth: number }[]): Layer[] {
  const { stage, leaf, sun } = wood;
  const { light, unit } = stage;
  const deep = mix(deepWater(stage, parseColour("#2a5a5a")), mix(leaf, light.silhouette, 0.6), 0.45);
  const mirrors = banks.flatMap(({ layer, depth }, index) =>
    layer.kind === "image" ? [upsideDown(stage, layer, pond.y, depth, index)] : [],
  );
  const line = stage.span(0.42, pond.y - 0.004 * unit, 0.008 * unit);
  const bright = `<rect x="${line.x}" y="${(pond.y - 0.0015 * unit).toFixed(1)}" width="${line.width}" height="${(0.003 * unit).toFixed(1)}" fill="${toCss(mix(light.glow, light.haze, 0.4), 0.6)}"/>`;
  return [waterBody(stage, { top: pond.y, deep, sun, calm: 0.4 }, 0.4), ...mirrors, drawLayer("shore line", line, bright, stage.pan(0.42))];
}

/** Thin light lines upon the water that swing to and fro, and lily pads. */
export function pondRipples(wood: Wood, pond: Pond, depth: number): Layer[] {
  const { stage, leaf } = wood;
  const { light, unit, height } = stage;
  const random = stage.stream("pond ripples");
  const box = stage.span(depth, pond.y, height - pond.y, 0.02 * unit);
  const down = (part: number): number => pond.y + (height - pond.y) * part;
  let lines = "";
  for (let index = 0; index < 70; index++) {
    const part = random() ** 1.4;
    const half = unit * (0.012 + 0.09 * part) * between(random, 0.5, 1.2);
    const [x, y] = [box.x + random() * box.width, down(part)];
    const thick = unit * (0.001 + 0.003 * part);
    lines += `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y - thick).toFixed(1)} ${(x + half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + thick * 0.5).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;
  }
  let [pads, blooms] = ["", ""];
  for (let index = 0; index < 34; index++) {
    const part = between(random, 0.16, 0.8);
    const group = index % 3 ? 0.13 : 0.8;
    const [x, y] = [box.x + box.width * (group + between(random, -0.1, 0.12)), down(part)];
    const r = unit * (0.008 + 0.032 * part) * between(random, 0.7, 1.15);
    pads += `M${x.toFixed(1)},${y.toFixed(1)}l${r.toFixed(1)},${(-r * 0.12).toFixed(1)}a${r.toFixed(1)},${(r * 0.3).toFixed(1)} 0 1 1 ${(-r * 0.25).toFixed(1)},${(-r * 0.14).toFixed(1)}Z`;
    if (index % 6 === 0)
      for (const lean of [-0.5, -0.25, 0, 0.25, 0.5])
        blooms += `M${x.toFixed(1)},${y.toFixed(1)}Q${(x + (lean - 0.12) * r).toFixed(1)},${(y - 0.35 * r).toFixed(1)} ${(x + lean * r).toFixed(1)},${(y - 0.55 * r).toFixed(1)}Q${(x + (lean + 0.12) * r).toFixed(1)},${(y - 0.3 * r).toFixed(1)} ${x.toFixed(1)},${y.toFixed(1)}Z`;
  }
  const green = mix(
    surface(light, mix(leaf, parseColour("#7fae5a"), 0.5), 0.95, 0.6),
    light.silhouette,
    light.palette === "day" ? 0.05 : 0.4,
  );
  const bright = toCss(mix(light.glow, parseColour("#ffffff"), 0.3), light.moon ? 0.3 : 0.42);
  const petals = toCss(mix(surface(light, parseColour("#ffd7e6"), 1, 0.8), light.haze, 0.1));
  return [
    drawLayer(
      "pond light",
      box,
      `<path d="${lines}" fill="${bright}"/>`,
      together(stage.pan(depth), swing(0.014 * unit, 0.002 * unit, 4.7)),
    ),
    drawLayer(
      "lily pads",
      box,
      `<path d="${pads}" fill="${toCss(green)}"/><path d="${blooms}" fill="${petals}"/>`,
      together(stage.pan(depth), swing(0.003 * unit, 0.0015 * unit, 5.9)),
    ),
  ];
}

/** Reeds and cattails at both sides, close to the eye. */
export function reeds(wood: Wood, depth: number): Layer {
  const { stage, leaf } = wood;
  const { light, unit, height } = stage;
  const random = stage.stream("reeds");
  const box = stage.span(depth, height - 0.42 * unit, 0.42 * unit + 2, 0.01 * unit);
  const tone = mix(surface(light, leaf, 1, 0.15), light.silhouette, light.palette === "day" ? 0.55 : 0.78);
  let blades = "";
  let heads = "";
  for (let index = 0; index < 120; index++) {
    const side = random() < 0.5 ? 0 : 1;
    const part = random() ** 1.6 * 0.27;
    const x = box.x + box.width * (side ? 1 - part : part);
    const tall = unit * between(random, 0.12, 0.36) * (1 - 1.9 * part);
    const bend = tall * between(random, -0.3, 0.3);
    const half = unit * 0.0035;
    const [tipX, tipY] = [x + bend, height - tall];
    blades += `M${(x - half).toFixed(1)},${height + 2}Q${(x + bend * 0.2).toFixed(1)},${(height - tall * 0.6).toFixed(1)} ${tipX.toFixed(1)},${tipY.toFixed(1)}Q${(x + bend * 0.3 + half).toFixed(1)},${(height - tall * 0.5).toFixed(1)} ${(x + half).toFixed(1)},${height + 2}Z`;
    if (index % 5 === 0)
      heads += `M${(tipX - half * 1.6).toFixed(1)},${tipY.toFixed(1)}q${(half * 1.6).toFixed(1)},${(-half * 2).toFixed(1)} ${(half * 3.2).toFixed(1)},0v${(unit * 0.04).toFixed(1)}q${(-half * 1.6).toFixed(1)},${(half * 2).toFixed(1)} ${(-half * 3.2).toFixed(1)},0Z`;
  }
  const body = `<path d="${blades}" fill="${toCss(tone)}"/><path d="${heads}" fill="${toCss(mix(tone, parseColour("#5a3a24"), 0.5))}"/>`;
  return drawLayer("reeds", box, body, together(stage.pan(depth), swing(0.004 * unit, 0, 4.9)));
}
