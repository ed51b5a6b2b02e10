import type { Random } from "../../domain/seed.ts";
import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { between, drawLayer } from "./stage.ts";

/** A saguaro: a ribbed column with upturned arms. */
function cactus(random: Random, x: number, ground: number, height: number): string {
  const half = height * 0.075;
  const column = (cx: number, from: number, to: number, r: number): string =>
    `M${(cx - r).toFixed(1)},${from.toFixed(1)}V${(to + r).toFixed(1)}A${r.toFixed(1)},${r.toFixed(1)} 0 0 1 ${(cx + r).toFixed(1)},${(to + r).toFixed(1)}V${from.toFixed(1)}Z`;
  let path = column(x, ground + 2, ground - height, half);
  for (const sign of [-1, 1]) {
    if (random() < 0.18) continue;
    const y = ground - height * between(random, 0.32, 0.58);
    const reach = height * between(random, 0.17, 0.25);
    const arm = half * 0.72;
    const tip = y - height * between(random, 0.2, 0.36);
    const elbow = x + sign * reach;
    const out = (away: number, up: number): string => `${(elbow + sign * away).toFixed(1)},${up.toFixed(1)}`;
    const turn = `A${arm.toFixed(1)},${arm.toFixed(1)} 0 0`;
    const lower = `Q${out(arm, y + arm)} ${out(arm, y - arm)}`;
    path +=
      sign < 0
        ? `M${x.toFixed(1)},${(y + arm).toFixed(1)}L${out(-arm, y + arm)}${lower}L${out(arm, tip + arm)}${turn} 1 ${out(-arm, tip + arm)}L${out(-arm, y - arm)}L${x.toFixed(1)},${(y - arm).toFixed(1)}Z`
        : `M${x.toFixed(1)},${(y - arm).toFixed(1)}L${out(-arm, y - arm)}L${out(-arm, tip + arm)}${turn} 1 ${out(arm, tip + arm)}L${out(arm, y - arm)}Q${out(arm, y + arm)} ${out(-arm, y + arm)}L${x.toFixed(1)},${(y + arm).toFixed(1)}Z`;
  }
  return path;
}

/** Saguaros and tufts on the nearest dune, dark against the light. */
export function growth(land: Land, ground: (x: number) => number, taken: (x: number) => boolean): Layer {
  const { stage, sun } = land;
  const { light, unit } = stage;
  const random = stage.stream("growth");
  const tone = mix(surface(light, parseColour("#4a6a4a"), 1, 0.15), light.silhouette, light.palette === "day" ? 0.35 : 0.7);
  const places = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) =>
    index % 2 ? between(random, 0.74, 0.97) : between(random, 0.03, 0.28),
  );
  const box = stage.span(1, stage.height * 0.5, stage.height * 0.5);
  let cacti = "";
  let tufts = "";
  for (const place of places) {
    const x = box.x + place * box.width;
    const grown = cactus(random, x, ground(x) + unit * 0.012, unit * between(random, 0.13, 0.27));
    if (!taken(x)) cacti += grown;
  }
  for (let index = 0; index < 22; index++) {
    const x = box.x + random() * box.width;
    const y = ground(x) + unit * between(random, 0.005, 0.05);
    const size = unit * between(random, 0.012, 0.032);
    for (let blade = -3; blade <= 3; blade++)
      tufts += `M${(x - size * 0.06).toFixed(1)},${y.toFixed(1)}Q${(x + blade * size * 0.1).toFixed(1)},${(y - size * 0.5).toFixed(1)} ${(x + blade * size * 0.3).toFixed(1)},${(y - size * between(random, 0.6, 1)).toFixed(1)}Q${(x + blade * size * 0.16).toFixed(1)},${(y - size * 0.4).toFixed(1)} ${(x + size * 0.06).toFixed(1)},${y.toFixed(1)}Z`;
  }
  const rim = toCss(mix(tone, light.glow, light.moon ? 0.3 : 0.6));
  const shift = (sun.x < stage.width / 2 ? -1 : 1) * unit * 0.0028;
  const body = `<g transform="translate(${shift.toFixed(2)} ${(-unit * 0.0012).toFixed(2)})"><path d="${cacti}" fill="${rim}"/></g><path d="${cacti}${tufts}" fill="${toCss(tone)}"/>`;
  return drawLayer("growth", box, body, stage.pan(1));
}
