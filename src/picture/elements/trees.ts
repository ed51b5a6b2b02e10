import type { Random } from "../../domain/seed.ts";
import { between } from "./stage.ts";

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A pine standing at `x`, `ground`: a slim crown of drooping, uneven boughs. */
export function pinePath(random: Random, x: number, ground: number, height: number, detail = 9): string {
  const half = height * between(random, 0.15, 0.22);
  const tiers = Math.max(4, Math.round(detail * between(random, 0.85, 1.15)));
  const foot = ground - height * 0.07;
  const side = (sign: number): string[] => {
    const points: string[] = [];
    for (let tier = 1; tier <= tiers; tier++) {
      const part = tier / tiers;
      const y = ground - height + part * (height * 0.93);
      const reach = half * part ** 0.85 * between(random, 0.72, 1.12);
      points.push(at(x + sign * reach, y + height * 0.012), at(x + sign * reach * between(random, 0.38, 0.55), y - height * 0.012));
    }
    return points;
  };
  const right = side(1);
  const left = side(-1).reverse();
  const trunk = height * 0.016;
  return `M${at(x, ground - height)}L${right.join("L")}L${at(x + trunk, foot)}L${at(x + trunk, ground + 3)}L${at(x - trunk, ground + 3)}L${at(x - trunk, foot)}L${left.join("L")}Z`;
}

/** A broad tree standing at `x`, `ground`: a forked trunk under a crown of overlapping leaf clusters; `detail` of 12 for one that is near. */
export function broadleafPath(random: Random, x: number, ground: number, height: number, detail = 12): string {
  const steps = detail < 9 ? 6 : 9;
  const crown = height * between(random, 0.27, 0.34);
  const middle = ground - height + crown;
  let path = `M${at(x - height * 0.03, ground + 3)}Q${at(x - height * 0.012, ground - height * 0.2)} ${at(x - height * 0.02, middle)}L${at(x + height * 0.02, middle)}Q${at(x + height * 0.012, ground - height * 0.2)} ${at(x + height * 0.03, ground + 3)}Z`;
  const clusters = Math.round(1.25 * detail);
  for (let index = 0; index < clusters; index++) {
    const turn = (index / clusters) * 2 * Math.PI + random();
    const away = crown * between(random, 0.25, 0.78);
    path += blob(
      random,
      x + Math.cos(turn) * away * 1.08,
      middle + Math.sin(turn) * away * 0.72,
      crown * between(random, 0.26, 0.44),
      steps,
    );
  }
  return path + blob(random, x, middle, crown * 0.72, steps);
}

/** A leafy blot: a circle with a scalloped edge. */
function blob(random: Random, x: number, y: number, radius: number, steps = 9): string {
  const turn = random() * 6.28;
  const point = (index: number, grow: number): string => {
    const angle = turn + (index / steps) * 2 * Math.PI;
    return at(x + Math.cos(angle) * radius * grow, y + Math.sin(angle) * radius * grow);
  };
  let path = `M${point(0, 0.92)}`;
  for (let index = 0; index < steps; index++) path += `Q${point(index + 0.5, between(random, 1.12, 1.32))} ${point(index + 1, 0.92)}`;
  return `${path}Z`;
}

/** A tall bare trunk from below the frame to above it, slightly bent, with roots and some broken boughs. */
export function trunkPath(random: Random, x: number, ground: number, top: number, half: number): string {
  const lean = between(random, -1.2, 1.2) * half;
  const tall = ground - top;
  const thin = half * between(random, 0.5, 0.68);
  let path = `M${at(x - half * 2.1, ground)}Q${at(x - half, ground - half * 1.2)} ${at(x - half * 0.92, ground - tall * 0.12)}Q${at(x - half * 0.8 + lean, ground - tall * 0.5)} ${at(x - thin + lean, top)}L${at(x + thin + lean, top)}Q${at(x + half * 0.8 + lean, ground - tall * 0.5)} ${at(x + half * 0.92, ground - tall * 0.12)}Q${at(x + half, ground - half * 1.2)} ${at(x + half * 2.1, ground)}Z`;
  for (let index = 0; index < 2; index++) {
    const y = ground - tall * between(random, 0.55, 0.95);
    const sign = random() < 0.5 ? -1 : 1;
    const reach = half * between(random, 2, 4.5);
    const from = x + lean * 0.6 + sign * half * 0.4;
    const tip = at(from + sign * reach, y - reach * between(random, 0.35, 0.7));
    const upper = `${at(from + sign * reach * 0.5, y - half * 0.42)} `;
    const lower = `${at(from + sign * reach * 0.5, y + half * 0.02)} `;
    const [high, low] = [at(from, y - half * 0.24), at(from, y + half * 0.26)];
    path += sign > 0 ? `M${high}Q${upper}${tip}Q${lower}${low}Z` : `M${low}Q${lower}${tip}Q${upper}${high}Z`;
  }
  return path;
}

/** Leaves that hang into the picture from above, deepest at the sides: `deep` tells how far at 0..1 across. */
export function canopyPath(random: Random, left: number, right: number, top: number, deep: (part: number) => number, size: number): string {
  let path = "";
  const count = Math.ceil((right - left) / (size * 0.62));
  for (let index = 0; index <= count; index++) {
    const part = index / count;
    const depth = deep(part);
    for (let y = 0; y < depth; y += size * 0.6) {
      path += blob(
        random,
        left + part * (right - left) + between(random, -0.4, 0.4) * size,
        top + y,
        size * between(random, 0.45, 0.85) * (1 - (0.5 * y) / (depth + size)),
      );
    }
  }
  return path;
}

/** Bushes in a row along a line. */
export function bushesPath(
  random: Random,
  left: number,
  right: number,
  ground: (x: number) => number,
  size: number,
  count: number,
): string {
  let path = "";
  for (let index = 0; index < count; index++) {
    const x = left + ((index + random()) / count) * (right - left);
    path += blob(random, x, ground(x) - size * 0.1, size * between(random, 0.5, 1.1), 7);
  }
  return path;
}

/** Grass along a line: blades of about `height` from `left` to `right`. */
export function grassPath(
  random: Random,
  left: number,
  right: number,
  ground: (x: number) => number,
  height: number,
  blades: number,
): string {
  let path = "";
  for (let index = 0; index < blades; index++) {
    const x = left + ((index + random()) / blades) * (right - left);
    const y = ground(x) + height * 0.15;
    const tall = height * between(random, 0.35, 1);
    const bend = tall * between(random, -0.5, 0.5);
    const half = height * 0.05;
    path += `M${at(x - half, y)}Q${at(x, y - tall * 0.6)} ${at(x + bend, y - tall)}Q${at(x + half, y - tall * 0.5)} ${at(x + half, y)}Z`;
  }
  return path;
}

/** A fern: an arching stem with leaflets that grow shorter to its tip. */
export function fernPath(random: Random, x: number, ground: number, height: number): string {
  let path = "";
  const fronds = 5 + Math.floor(random() * 3);
  for (let frond = 0; frond < fronds; frond++) {
    const lean = lerpPart(-1, 1, frond / (fronds - 1)) + between(random, -0.15, 0.15);
    const tall = height * (1 - 0.35 * Math.abs(lean)) * between(random, 0.85, 1.1);
    const stem = (part: number): [number, number] => [
      x + lean * height * 0.75 * part ** 1.4,
      ground - tall * (part - 0.32 * Math.abs(lean) * part * part),
    ];
    for (let leaf = 1; leaf <= 9; leaf++) {
      const [fromX, fromY] = stem(leaf / 10);
      const size = height * 0.17 * (1 - leaf / 11);
      for (const sign of [-1, 1]) {
        path += `M${at(fromX, fromY - size * 0.16)}Q${at(fromX + sign * size * 0.6, fromY - size * 0.55)} ${at(fromX + sign * size, fromY + size * 0.25)}Q${at(fromX + sign * size * 0.4, fromY + size * 0.1)} ${at(fromX, fromY + size * 0.16)}Z`;
      }
    }
  }
  return path;
}

const lerpPart = (from: number, to: number, part: number): number => from + (to - from) * part;
