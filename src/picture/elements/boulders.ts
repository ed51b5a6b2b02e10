import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, type Rgb, toCss } from "./colour.ts";
import { between, drawLayer, type Stage } from "./stage.ts";

/** Rocks that stand on the flat, some on top of others, with their long shadows; `side` is -1 when the light comes from the left. */
export function boulders(stage: Stage, ground: number, rock: Rgb, side: number, depth: number, taken: (x: number) => boolean): Layer {
  const { light, unit } = stage;
  const random = stage.stream("boulders");
  const day = light.palette === "day";
  const lit = mix(mix(surface(light, rock, 0.95, 1), light.glow, light.moon ? 0.02 : 0.12), light.silhouette, day ? 0 : 0.12);
  const dark = mix(surface(light, rock, 0.9, 0), light.silhouette, day ? 0.3 : 0.6);
  const box = stage.span(depth, ground - 0.34 * unit, 0.44 * unit);
  const stone = (x: number, y: number, rx: number, ry: number): string => {
    const corners = Array.from({ length: 11 }, (_, index) => {
      const angle = ((index + between(random, -0.25, 0.25)) / 11) * 2 * Math.PI;
      const r = between(random, 0.84, 1.1);
      return [x + Math.cos(angle) * rx * r, Math.min(y + ry * 0.9, y + Math.sin(angle) * ry * r)] as const;
    });
    const inner = corners.map(
      ([px, py]) => [x + (px - x) * between(random, 0.3, 0.62), y + (py - y) * between(random, 0.2, 0.55) - 0.08 * ry] as const,
    );
    const at = ([px, py]: readonly [number, number]): string => `${px.toFixed(1)},${py.toFixed(1)}`;
    const facets = corners.map((corner, index) => {
      const next = (index + 1) % corners.length;
      const middle = ((index + 1) / corners.length) * 2 * Math.PI;
      const facing = 0.5 - 0.34 * Math.sin(middle) - 0.34 * -side * Math.cos(middle) + between(random, -0.12, 0.12);
      const tone = toCss(mix(dark, lit, Math.min(1, Math.max(0, facing))));
      return `<path d="M${at(corner)}L${at(corners[next]!)}L${at(inner[next]!)}L${at(inner[index]!)}Z" fill="${tone}" stroke="${tone}" stroke-width=".6"/>`;
    });
    return `<path d="M${corners.map(at).join("L")}Z" fill="${toCss(mix(dark, lit, 0.3))}"/>${facets.join("")}<path d="M${inner.map(at).join("L")}Z" fill="${toCss(mix(dark, lit, 0.52))}"/>`;
  };
  const shadow = (x: number, half: number): string =>
    `<path d="M${(x - half).toFixed(1)},${ground.toFixed(1)}Q${x.toFixed(1)},${(ground + half * 0.2).toFixed(1)} ${(x + half).toFixed(1)},${ground.toFixed(1)}L${(x - side * half * 4.4).toFixed(1)},${(ground + half * 0.36).toFixed(1)}Z" fill="${toCss(light.silhouette, 0.42)}"/>`;
  let [shadows, stones] = ["", ""];
  for (const place of [0.1, 0.2, 0.83, 0.93]) {
    const x = box.x + box.width * (place + between(random, -0.03, 0.03));
    const half = unit * between(random, 0.03, 0.085);
    const tall = half * between(random, 0.6, 1.1);
    if (taken(x)) continue;
    shadows += shadow(x, half);
    stones += stone(x, ground - tall * 0.82, half, tall);
    if (half > 0.055 * unit) stones += stone(x - side * half * 0.75, ground - tall * 0.45, half * 0.6, tall * 0.55);
    stones += stone(x + side * half * 1.25, ground - half * 0.16, half * 0.3, half * 0.22);
  }
  return drawLayer("boulders", box, shadows + stones, stage.pan(depth));
}
