import type { Random } from "../../domain/seed.ts";
import type { Paint } from "./bitmap.ts";
import { atRamp, buildRamp, clamp, lerp, mix, type Rgb, smoothstep } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import { type Box, between } from "./stage.ts";

/** A round body lit from `lightX`, `lightY` (a direction in the picture; y downwards). */
export type Globe = {
  x: number;
  y: number;
  radius: number;
  lightX: number;
  lightY: number;
  kind: "banded" | "rocky" | "watery";
  colours: Rgb[];
  /** The thin air at its rim. */
  air: Rgb;
  /** How far the light stands before (1) or behind (-1) the globe. */
  front?: number;
  /** How fine its features are. */
  grain?: number;
  rings?: Rings;
  /** How many output pixels its edge is softened over. */
  soft?: number;
};

/** Rings about a globe: `tilt` in degrees, `flat` their height by their width, `inner` and `outer` in radii of the globe. */
export type Rings = { tilt: number; flat: number; inner: number; outer: number; colours: Rgb[] };

/** The skin of a globe at a point of its sphere, as a part of its colour ramp. */
function skinOf(random: Random, kind: Globe["kind"]): (x: number, y: number, z: number) => number {
  const noise = createNoise(random);
  const tilt = between(random, -0.4, 0.4);
  const sin = Math.sin(tilt);
  const cos = Math.cos(tilt);
  if (kind === "banded") {
    const bands = between(random, 3.2, 5.4);
    return (x, y, z) => {
      const latitude = y * cos + x * sin;
      const curl = fractal(noise, x * 1.6 + z, latitude * 7, 4) * 0.17;
      return 0.5 + 0.32 * Math.sin((latitude + curl * 0.55) * bands * 3.1) + 0.2 * fractal(noise, (x + z) * 0.7, latitude * 13 + 4, 3);
    };
  }
  if (kind === "rocky") return (x, y, z) => 0.5 + 0.55 * fractal(noise, x * 2.1 + z * 0.6, y * 2.1 - z * 0.5, 6, 0.58);
  return (x, y, z) => {
    const land = fractal(noise, x * 1.5 + z * 0.7, y * 1.6, 6, 0.55);
    const cloud = smoothstep(0.12, 0.5, fractal(noise, x * 2.2 - z + 7, y * 4.4, 5, 0.6));
    return Math.max(smoothstep(-0.02, 0.1, land) * 0.5 + 0.1 + 0.3 * land, cloud);
  };
}

/** Lays a colour over what `out` holds. */
function lay(out: Float64Array, colour: Rgb, shade: number, alpha: number): void {
  const under = out[3]! * (1 - alpha);
  const sum = alpha + under;
  if (sum <= 0) return;
  for (let channel = 0; channel < 3; channel++) out[channel] = (colour[channel]! * shade * alpha + out[channel]! * under) / sum;
  out[3] = sum;
}

const BANDS = 220;

/** The rings' coverage and colour by distance from the globe's middle, in radii. */
function ringBands(random: Random, rings: Rings): { coverage: (radii: number) => number; colour: (radii: number) => Rgb } {
  const noise = createNoise(random);
  const tone = Float64Array.from({ length: BANDS }, (_, band) => 0.5 + 0.7 * fractal(noise, (band / BANDS) * 9, 3.1, 3, 0.6));
  const alpha = Float64Array.from({ length: BANDS }, (_, band) => {
    const part = band / (BANDS - 1);
    const gap = smoothstep(0.012, 0.022, Math.abs(part - 0.66));
    return (
      gap *
      smoothstep(0, 0.1, part) *
      smoothstep(0, 0.05, 1 - part) *
      clamp(0.72 + 0.6 * fractal(noise, (band / BANDS) * 13, 40, 3, 0.6), 0.2, 0.97)
    );
  });
  const ramp = buildRamp([rings.colours[1]!, rings.colours[0]!, mix(rings.colours[0]!, [255, 255, 255], 0.4)]);
  const bandAt = (radii: number): number => ((radii - rings.inner) / (rings.outer - rings.inner)) * (BANDS - 1);
  return {
    coverage: (radii) => {
      const band = bandAt(radii);
      if (band <= 0 || band >= BANDS - 1) return 0;
      const low = Math.floor(band);
      return lerp(alpha[low]!, alpha[low + 1]!, band - low);
    },
    colour: (radii) => atRamp(ramp, tone[Math.round(clamp(bandAt(radii), 0, BANDS - 1))]!),
  };
}

/** Paints a shaded globe with a rim of air, and its rings with their shadows, over the box that shows it. */
export function globePaint(random: Random, globe: Globe, box: Box): Paint {
  const { radius, air, rings } = globe;
  const ramp = buildRamp(globe.colours);
  const skin = skinOf(random, globe.kind);
  const bands = rings && ringBands(random, rings);
  const length = Math.hypot(globe.lightX, globe.lightY);
  const lightZ = globe.front ?? 0.5;
  const sideways = Math.sqrt(1 - lightZ * lightZ);
  const awayX = globe.lightX / length;
  const awayY = globe.lightY / length;
  const lightX = awayX * sideways;
  const lightY = awayY * sideways;
  const grain = globe.grain ?? 1;
  const turn = ((rings?.tilt ?? 0) * Math.PI) / 180;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const flat = rings?.flat ?? 1;
  const body = (x: number, y: number, edge: number, ringX: number, ringY: number, out: Float64Array): void => {
    const z = Math.sqrt(Math.max(0.0004, 1 - x * x - y * y));
    const facing = x * lightX + y * lightY + z * lightZ;
    const lit = smoothstep(-0.18, 0.95, facing);
    const rim = (1 - z) ** 2.4 * smoothstep(-0.3, 0.5, facing);
    const shadow = bands && ringY > -0.1 ? 0.55 * bands.coverage(Math.hypot(ringX, ringY / flat + 0.55)) : 0;
    const colour = atRamp(ramp, skin(x * grain, y * grain, z * grain));
    for (let channel = 0; channel < 3; channel++) {
      const shaded = lerp(colour[channel]! * (0.05 + 1.06 * lit) * (1 - shadow), air[channel]!, 0.72 * rim) + air[channel]! * 0.02;
      out[channel] = lerp(out[channel]!, shaded, out[3] === 0 ? 1 : edge);
    }
    out[3] = edge + out[3]! * (1 - edge);
  };
  return (u, v, out) => {
    const x = (box.x + u * box.width - globe.x) / radius;
    const y = (box.y + v * box.height - globe.y) / radius;
    const away = Math.hypot(x, y);
    const ringX = x * cos + y * sin;
    const ringY = y * cos - x * sin;
    out[3] = 0;
    const ringRadii = bands ? Math.hypot(ringX, ringY / flat) : 0;
    const ring = bands ? bands.coverage(ringRadii) : 0;
    if (ring > 0 && ringY <= 0) {
      const behind =
        smoothstep(0.2, 0.9, -(x * awayX + y * awayY)) *
        (1 - smoothstep(0.8, 1, Math.abs(x * awayY - y * awayX))) *
        smoothstep(0, 0.6, -ringY / flat);
      lay(out, bands!.colour(ringRadii), 1 - 0.85 * behind, ring);
    }
    if (away > 1 && away < 1.16) {
      const shine = (1 - (away - 1) / 0.16) ** 3 * (0.12 + 0.55 * smoothstep(-0.4, 0.9, (x * awayX + y * awayY) / away));
      lay(out, air, 1, shine);
    }
    const edge = clamp(((1 - away) * radius) / (globe.soft ?? 1) + 0.5, 0, 1);
    if (edge > 0) body(x, y, edge, ringX, ringY, out);
    if (ring > 0 && ringY > 0) lay(out, bands!.colour(ringRadii), 1, ring);
  };
}
