import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour } from "./colour.ts";
import { modelRidge, peaks, type ReliefSampler, type Ridge, ridgeFill, trimmed } from "./ridges.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, paintLayer, type Stage } from "./stage.ts";

/** A range of mountains and the colours of its faces. */
export type Range = { ridge: Ridge; sample: ReliefSampler };

/** Where mountains stand: the line of their foot, their light, rock and woods. */
export type Place = {
  stage: Stage;
  footY: number;
  sun: Sun;
  rock: readonly [number, number, number];
  wood: readonly [number, number, number];
};

/** A pale range at the end of the land. */
export function farRange({ stage, footY, rock }: Place): Layer {
  const { light, unit } = stage;
  const tall = unit * (stage.aspect === "9:16" ? 0.5 : 0.34);
  const ridge = peaks(
    stage.stream("far range"),
    stage.span(0.12, footY - tall, tall + 0.05 * unit),
    unit,
    0.2,
    between(stage.stream("far height"), 0.6, 0.95),
    2.6,
  );
  const body = ridgeFill(ridge, [surface(light, rock, 0.22, 0.6), mix(surface(light, rock, 0.2), light.haze, 0.6), light.haze]);
  return drawLayer("far range", trimmed(ridge), body, stage.pan(0.12));
}

/** The range itself, with its snow. */
export function mainRange({ stage, footY, sun, rock }: Place): { ridge: Ridge; sample: ReliefSampler } {
  const { light, unit } = stage;
  const random = stage.stream("main range");
  const tall = unit * (stage.aspect === "9:16" ? 0.78 : 0.52);
  const ridge = peaks(
    random,
    stage.span(0.24, footY - tall, tall),
    unit,
    0.06,
    between(random, 0.82, 1),
    stage.aspect === "9:16" ? 1.5 : between(random, 1.15, 1.7),
  );
  const white = parseColour("#f6f8ff");
  const sample = modelRidge(random, ridge, unit, sun.x < stage.width / 2 ? -1 : 1, {
    lit: surface(light, rock, 0.62, 1),
    shade: surface(light, rock, 0.55, 0),
    foot: mix(light.haze, surface(light, rock, 0.3), 0.25),
    footFrom: 0.35,
    snowLit: surface(light, white, 0.82, 1),
    snowShade: surface(light, white, 0.66, 0.12),
    snowLine: between(random, 0.45, 0.72),
  });
  return { ridge, sample };
}

/** The range upon the land that goes on from its foot. */
export function mainLayer({ stage, footY }: Place, range: Range): Layer {
  const top = trimmed(range.ridge);
  const box = { ...top, height: top.height + 0.18 * stage.unit };
  const paint = (u: number, v: number, out: Float64Array): void =>
    range.sample(box.x + u * box.width, Math.min(footY - 0.5, box.y + v * box.height), out);
  return paintLayer("main range", box, "sharp", paint, stage.pan(0.24));
}
