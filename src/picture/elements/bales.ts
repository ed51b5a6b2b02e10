import { surface } from "../palettes.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import { openLit } from "./meadow.ts";
import type { Sun } from "./sky.ts";
import type { Stage } from "./stage.ts";

/** A round bale of straw seen from its rolled end, `size` pixels tall, its shadow away from the sun. */
export function baleSvg(stage: Stage, x: number, ground: number, size: number, sun: Sun): string {
  const { light } = stage;
  const side = sun.x < x ? 1 : -1;
  const straw = mix(surface(light, parseColour("#d9ab54"), 0.95, openLit(stage)), light.silhouette, light.palette === "day" ? 0.05 : 0.24);
  const shade = mix(straw, light.silhouette, 0.34);
  const bright = mix(straw, light.glow, light.moon ? 0.15 : 0.4);
  const half = size / 2;
  const y = ground - half;
  const back = x + side * size * 0.62;
  const rings = [0.86, 0.68, 0.5, 0.32, 0.14]
    .map(
      (part) =>
        `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${(half * part * 0.86).toFixed(1)}" ry="${(half * part).toFixed(1)}" fill="none" stroke="${toCss(shade, 0.6)}" stroke-width="${(size * 0.016).toFixed(2)}"/>`,
    )
    .join("");
  const shadow = `<ellipse cx="${(x + side * size * 0.6).toFixed(1)}" cy="${(ground - size * 0.01).toFixed(1)}" rx="${(size * 0.95).toFixed(1)}" ry="${(size * 0.1).toFixed(1)}" fill="${toCss(light.silhouette, 0.38)}"/>`;
  const body = `<path d="M${x.toFixed(1)},${(y - half).toFixed(1)}L${back.toFixed(1)},${(y - half * 0.94).toFixed(1)}A${(half * 0.8).toFixed(1)},${(half * 0.94).toFixed(1)} 0 0 ${side > 0 ? 1 : 0} ${back.toFixed(1)},${(y + half * 0.94).toFixed(1)}L${x.toFixed(1)},${(y + half).toFixed(1)}Z" fill="${toCss(shade)}"/>`;
  return `${shadow}${body}<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${(half * 0.86).toFixed(1)}" ry="${half.toFixed(1)}" fill="${toCss(straw)}"/>${rings}<path d="M${(x - half * 0.8).toFixed(1)},${(y - half * 0.3).toFixed(1)}Q${(x - half * 0.5).toFixed(1)},${(y - half * 1.04).toFixed(1)} ${(x + half * 0.35).toFixed(1)},${(y - half * 0.92).toFixed(1)}" fill="none" stroke="${toCss(bright, 0.8)}" stroke-width="${(size * 0.03).toFixed(2)}"/>`;
}
