import type { ImageLayer } from "../layer.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import type { Headland } from "./headlands.ts";
import { createNoise } from "./noise.ts";
import { breathe, drawLayer, type Stage, swing, together } from "./stage.ts";

/** Foam that heaves along the foot of a headland and about its rocks. */
export function surge(stage: Stage, land: Headland): ImageLayer {
  const { unit, light } = stage;
  const noise = createNoise(stage.stream(`${land.name} foam`));
  const span = stage.span(land.depth, land.foot - 0.03 * unit, 0.06 * unit, 0.02 * unit);
  const edge = land.side < 0 ? span.x : span.x + span.width;
  const reach = land.reach * 1.32;
  const steps = 90;
  const row = (side: number): string[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const x = edge - (land.side * reach * step) / steps;
      const thick = (0.006 + 0.008 * Math.max(0, noise((x / unit) * 8, 3))) * Math.min(1, (steps - step) / 12);
      const y = land.foot + unit * (side * thick + 0.004 * noise((x / unit) * 17, side));
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
  const foam = mix(mix(light.haze, parseColour("#ffffff"), light.moon ? 0.2 : 0.65), light.glow, 0.15);
  const body = `<path d="M${row(-1).join("L")}L${row(1).reverse().join("L")}Z" fill="${toCss(foam, 0.85)}"/>`;
  const from = land.side < 0 ? span.x : edge - reach;
  const motion = together(stage.pan(land.depth), swing(0.006 * unit, 0.004 * unit, 4.3), breathe(0.5, 1, 4.3, 1));
  return drawLayer("surge", { ...span, x: from, width: reach }, body, motion);
}
