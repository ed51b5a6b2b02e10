import type { Random } from "../../domain/seed.ts";
import type { ImageLayer } from "../layer.ts";
import { lerp, mix, smoothstep } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import type { Sun } from "./sky.ts";
import { between, drift, paintLayer, type Stage, together } from "./stage.ts";

type Billow = { x: number; y: number; radius: number };

/** One cloud and the columns of the picture that it reaches. */
type Heap = { billows: Billow[]; left: number; right: number; top: number };

/** How many billows lie along the foot of a cloud. */
const BASE_BILLOWS = 11;

/** The billows of one heaped cloud: broad below, bulging upwards in lobes that lean on each other, the nearest last. */
function heap(random: Random, x: number, base: number, tall: number): Heap {
  const billows: Billow[] = [];
  const lobes = 4 + Math.floor(random() * 3);
  for (let lobe = 0; lobe < lobes; lobe++) {
    const middle = x + tall * 1.15 * ((lobe + 0.5) / lobes - 0.5) * between(random, 0.9, 1.6);
    const top = tall * (1 - 0.7 * Math.abs((lobe + 0.5) / lobes - 0.5) * 2) * between(random, 0.75, 1.05);
    const count = 5 + Math.round((6 * top) / tall);
    for (let index = 0; index < count; index++) {
      const part = index / (count - 1);
      const radius = tall * lerp(0.25, 0.13, part) * between(random, 0.75, 1.2);
      billows.push({
        x: middle + tall * 0.2 * between(random, -1, 1) * (1.2 - part),
        y: base - part * (top - radius) - radius * 0.5,
        radius,
      });
    }
  }
  for (let index = 0; index < BASE_BILLOWS; index++) {
    const part = (index + random()) / BASE_BILLOWS - 0.5;
    const radius = tall * lerp(0.19, 0.09, Math.abs(part) * 2) * between(random, 0.8, 1.2);
    billows.push({ x: x + tall * 2.3 * part, y: base - 0.55 * radius, radius });
  }
  billows.sort((one, other) => one.y - other.y || other.radius - one.radius);
  const reach = 1.31;
  return {
    billows,
    left: Math.min(...billows.map((billow) => billow.x - reach * billow.radius)),
    right: Math.max(...billows.map((billow) => billow.x + reach * billow.radius)),
    top: Math.min(...billows.map((billow) => billow.y - reach * billow.radius)),
  };
}

/** Great heaped clouds that stand up from the horizon, each billow lit from the side of the sun, their flat bases in the haze. */
export function cloudTowers(stage: Stage, horizonY: number, sun: Sun, height: number): ImageLayer {
  const random = stage.stream("cloud towers");
  const noise = createNoise(random);
  const { light, unit, width } = stage;
  const speed = (stage.stream("wind")() < 0.5 ? -1 : 1) * width * Math.min(0.007, 0.4 / (stage.durationSec + 4));
  const box = stage.span(0.1, horizonY - height * 1.16, height * 1.16, Math.abs(speed) * (stage.durationSec / 2 + 2));
  const places = stage.aspect === "16:9" ? [0.1, 0.36, 0.7, 0.93] : [0.12, 0.62, 0.95];
  const heaps = places.map((place, index) =>
    heap(
      random,
      box.x + box.width * (place + between(random, -0.05, 0.05)),
      horizonY - 0.02 * unit,
      height * [0.95, 0.5, 0.8, 0.42][index]! * between(random, 0.8, 1.1),
    ),
  );
  const rim = mix(light.cloudLit, light.disc, 0.6);
  const paint = (u: number, v: number, out: Float64Array): void => {
    const x = box.x + u * box.width;
    const y = box.y + v * box.height;
    const grain = fractal(noise, (x / unit) * 7, (y / unit) * 7, 4, 0.58);
    const toSunX = Math.tanh((sun.x - x) / (0.5 * unit));
    let [cover, lit] = [0, 0];
    for (const { billows, left, right, top } of heaps) {
      if (x < left || x > right || y < top) continue;
      for (const billow of billows) {
        const dx = (x - billow.x) / billow.radius;
        const dy = (y - billow.y) / billow.radius;
        const away = dx * dx + dy * dy;
        if (away > 1.7) continue;
        const body = smoothstep(1.06, 0.72, Math.sqrt(away) - grain * 0.4);
        if (body <= 0) continue;
        const facing = smoothstep(-0.9, 0.95, 0.62 * toSunX * dx - dy * 0.72 + grain * 0.9 - 0.1);
        lit = lerp(lit, facing, body);
        cover += body * (1 - cover);
      }
    }
    out[3] = 0;
    if (cover === 0) return;
    const high = smoothstep(0, 0.75, 1 - v);
    const bright = Math.min(1, lit * (0.5 + 0.55 * high));
    const near = Math.exp(-(((x - sun.x) / unit) ** 2 + ((y - sun.y) / unit) ** 2) * 2.6);
    for (let channel = 0; channel < 3; channel++) {
      const tone = lerp(lerp(light.cloudShade[channel]!, light.haze[channel]!, 0.25), light.cloudLit[channel]!, bright);
      out[channel] = lerp(lerp(tone, rim[channel]!, near * bright * 0.7), light.haze[channel]!, 0.75 * (1 - high) ** 2);
    }
    out[3] = cover * (light.moon ? 0.8 : 0.94) * smoothstep(0, 0.1, 1 - v + 0.03 * grain);
  };
  const columns = Math.round((360 * box.width) / Math.max(width, stage.height));
  return paintLayer("cloud towers", box, columns, paint, together(stage.pan(0.1), drift(stage, speed)));
}
