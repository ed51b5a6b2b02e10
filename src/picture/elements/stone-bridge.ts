import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, toCss } from "./colour.ts";
import { between, drawLayer, type Stage } from "./stage.ts";

/** An old stone bridge of one arch over a river at `x`, its water line `y`, `half` pixels from its middle to each bank, with its reflection. */
export function stoneBridge(stage: Stage, x: number, y: number, half: number, depth: number): ImageLayer {
  const { light } = stage;
  const random = stage.stream("stones");
  const lit = { day: 0.75, dawn: 0.5, sunset: 0.4, night: 0.3 }[light.palette];
  const stone = mix(surface(light, parseColour("#a89a88"), depth, lit), light.silhouette, light.palette === "day" ? 0.08 : 0.36);
  const rise = half * 0.62;
  const at = (dx: number, up: number): string => `${(x + dx * half).toFixed(1)},${(y - up * rise).toFixed(1)}`;
  const body = `M${at(-2.1, 0)}L${at(-2.1, 0.62)}Q${at(-1, 0.72)} ${at(-0.5, 1.1)}Q${at(0, 1.32)} ${at(0.5, 1.1)}Q${at(1, 0.72)} ${at(2.1, 0.62)}L${at(2.1, 0)}L${at(0.98, 0)}C${at(0.9, 0.95)} ${at(-0.9, 0.95)} ${at(-0.98, 0)}Z`;
  const cap = `M${at(-2.1, 0.6)}Q${at(-1, 0.7)} ${at(-0.5, 1.08)}Q${at(0, 1.3)} ${at(0.5, 1.08)}Q${at(1, 0.7)} ${at(2.1, 0.6)}L${at(2.1, 0.7)}Q${at(1, 0.82)} ${at(0.5, 1.2)}Q${at(0, 1.42)} ${at(-0.5, 1.2)}Q${at(-1, 0.82)} ${at(-2.1, 0.7)}Z`;
  let stones = "";
  for (let index = 0; index <= 16; index++) {
    const turn = lerp(Math.PI * 0.99, Math.PI * 0.01, index / 16);
    const point = (grow: number): string => at(Math.cos(turn) * 0.97 * grow, Math.sin(turn) * 0.715 * grow);
    stones += `M${point(1)}L${point(1.14)}`;
  }
  for (let index = 0; index < 34; index++) {
    const [dx, up, wide] = [between(random, -2, 2), between(random, 0.04, 0.95), between(random, 0.06, 0.14)];
    if (Math.hypot(dx, up * 1.36) < 1.2 || up > 0.6 + 0.5 * Math.max(0, 1 - Math.abs(dx))) continue;
    stones += `M${at(dx, up)}L${at(dx + wide, up)}`;
  }
  const fill = `<linearGradient id="b" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(y - 1.3 * rise).toFixed(0)}" y2="${y.toFixed(0)}">${gradientStops([mix(stone, light.glow, 0.14), stone, mix(stone, light.silhouette, 0.42)])}</linearGradient>`;
  const dark = toCss(mix(stone, light.silhouette, 0.5), 0.55);
  const whole = `<path d="${body}" fill="url(#b)"/><path d="${stones}" stroke="${dark}" stroke-width="${(half * 0.018).toFixed(2)}" fill="none"/><path d="${cap}" fill="${toCss(mix(stone, light.glow, light.moon ? 0.12 : 0.3))}"/>`;
  const reflection = `<g opacity=".34"><g transform="translate(0 ${(1.7 * y).toFixed(1)}) scale(1 -.7)"><path d="${body}" fill="url(#b)"/></g></g>`;
  const box = { x: x - 2.15 * half, y: y - 1.45 * rise, width: 4.3 * half, height: 2.5 * rise };
  return drawLayer("bridge", box, `<defs>${fill}</defs>${reflection}${whole}`, stage.pan(depth));
}
