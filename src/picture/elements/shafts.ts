import type { Layer } from "../layer.ts";
import { gradientStops } from "./colour.ts";
import type { Sun } from "./sky.ts";
import { between, breathe, drawLayer, type Stage, swing, together } from "./stage.ts";

/** Shafts of light that fan out from the sun and breathe. */
export function shafts(stage: Stage, sun: Sun, reach: number): Layer[] {
  const { light, unit, width } = stage;
  const strength = light.moon ? 0.2 : light.palette === "day" ? 0.34 : 0.4;
  return [0, 1].map((set) => {
    const random = stage.stream(`shafts ${set}`);
    let beams = "";
    for (let index = 0; index < 6; index++) {
      const angle = between(random, -0.95, 0.95);
      const [half, length] = [between(random, 0.012, 0.05), reach * between(random, 0.75, 1.1)];
      const end = (turn: number): string =>
        `${(sun.x + Math.sin(angle + turn) * length).toFixed(1)},${(sun.y + Math.cos(angle + turn) * length).toFixed(1)}`;
      const start = (side: number): string =>
        `${(sun.x + Math.sin(angle) * unit * 0.06 + side * unit * 0.006).toFixed(1)},${(sun.y + Math.cos(angle) * unit * 0.06).toFixed(1)}`;
      beams += `M${start(-1)}L${end(-half)}L${end(half)}L${start(1)}Z`;
    }
    const stops = gradientStops([light.glow, light.glow], [0, strength, strength * 0.7, strength * 0.25, 0]);
    const body = `<defs><radialGradient id="s" gradientUnits="userSpaceOnUse" cx="${sun.x}" cy="${sun.y}" r="${reach}">${stops}</radialGradient></defs><path d="${beams}" fill="url(#s)"/>`;
    const box = {
      x: -unit * 0.05,
      y: Math.max(0, sun.y),
      width: width + unit * 0.1,
      height: Math.min(reach, stage.height - Math.max(0, sun.y)),
    };
    return drawLayer(
      `shafts ${set}`,
      box,
      body,
      together(swing(unit * 0.02, 0, 11 + 4 * set, set * 2), breathe(0.25, 1, 6.1 + set, set * 2.4)),
      { scale: 0.35 },
    );
  });
}
