import type { FrameSize } from "../../../domain/frame.ts";
import { atRamp, buildRamp, clamp, lerp, type Rgb, smoothstep } from "../../elements/colour.ts";
import type { Drawing, SpriteLayer } from "../../layer.ts";
import type { Point } from "../../placing.ts";

const RAYS = 13;
/** Pictures of one ray's turn; what lies between two of them is a mixture of both. */
const STEPS = 12;
const UNIT = 4;
/** Of a channel: soft light over it must not go beyond 255. */
const BRIGHTEST = 247;
const STEP_SEC = 0.34;
const STRENGTH = 0.23;
/** From where to where rays grow out of the middle, as parts of the short side. */
const GROWN = [0.12, 0.6] as const;

/** A bright ground with rays that turn slowly about a middle. Opaque. */
export function rayGround(size: FrameSize, middle: Point, colours: Rgb[], turn: 1 | -1): SpriteLayer {
  const field = measureField(size, middle);
  const ramp = buildRamp(colours);
  const drawings = Array.from({ length: STEPS }, (_, step) => paintStep(size, field, ramp, (turn * step) / STEPS));
  return {
    kind: "sprites",
    name: "rays",
    drawings,
    at: (timeSec) => {
      const at = timeSec / STEP_SEC;
      const step = Math.floor(at);
      const place = { x: 0, y: 0 };
      return [
        { sprite: step % STEPS, ...place },
        { sprite: (step + 1) % STEPS, ...place, opacity: at - step },
      ];
    },
  };
}

/** For each painted point: where it is in the ground's colours, how far round it is in rays, how strong they are there. */
type Field = { columns: number; rows: number; tone: Float32Array; round: Float32Array; strength: Float32Array };

function measureField({ width, height }: FrameSize, middle: Point): Field {
  const [columns, rows] = [Math.ceil(width / UNIT), Math.ceil(height / UNIT)];
  const count = columns * rows;
  const field: Field = { columns, rows, tone: new Float32Array(count), round: new Float32Array(count), strength: new Float32Array(count) };
  const short = Math.min(width, height);
  const reach = Math.hypot(Math.max(middle.x, width - middle.x), Math.max(middle.y, height - middle.y));
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      const [dx, dy] = [(x + 0.5) * UNIT - middle.x, (y + 0.5) * UNIT - middle.y];
      const away = Math.hypot(dx, dy);
      field.tone[at] = (away / reach) ** 0.9;
      field.round[at] = (Math.atan2(dy, dx) / (2 * Math.PI) + 1) * RAYS;
      field.strength[at] = STRENGTH * smoothstep(GROWN[0] * short, GROWN[1] * short, away) * lerp(1, 0.55, away / reach);
    }
  }
  return field;
}

function paintStep({ width, height }: FrameSize, { columns, rows, tone, round, strength }: Field, ramp: Rgb[], shift: number): Drawing {
  const pixels = new Uint8Array(columns * rows * 4);
  for (let at = 0; at < tone.length; at++) {
    const colour = atRamp(ramp, tone[at]!);
    const part = round[at]! + shift;
    const ray = clamp(0.5 + 5.5 * (0.25 - Math.abs(part - Math.floor(part) - 0.5)), 0, 1);
    const light = strength[at]! * ray;
    const noise = ((Math.imul(at * 12 + 5, 0x9e3779b1) >>> 24) & 255) / 256;
    for (let channel = 0; channel < 3; channel++)
      pixels[at * 4 + channel] = Math.floor(Math.min(BRIGHTEST, lerp(colour[channel]!, 255, light)) + noise * 0.98);
    pixels[at * 4 + 3] = 255;
  }
  return { svg: "", width, height, bitmap: { width: columns, height: rows, pixels } };
}
