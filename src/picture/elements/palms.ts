import type { Random } from "../../domain/seed.ts";
import { between } from "./stage.ts";

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** One frond: a spine that rises and droops, with leaflets hanging from it, long in its middle. */
function frondPath(random: Random, x: number, y: number, angle: number, length: number): string {
  const droop = length * between(random, 0.5, 0.75);
  const spine = (part: number): [number, number] => [
    x + Math.cos(angle) * length * part,
    y - Math.sin(angle) * length * part + droop * part * part,
  ];
  const back = Array.from({ length: 9 }, (_, step) => spine(step / 8));
  const thick = length * 0.016;
  let path = `M${back.map(([px, py]) => at(px, py - thick)).join("L")}L${back
    .reverse()
    .map(([px, py]) => at(px, py + thick))
    .join("L")}Z`;
  const leaves = length < 60 ? 13 : 20;
  for (let leaf = 1; leaf <= leaves; leaf++) {
    const part = 0.06 + (0.94 * leaf) / leaves;
    const [fromX, fromY] = spine(part);
    const [nextX, nextY] = spine(part + 0.05);
    const long = length * 0.3 * Math.sin(Math.PI * Math.min(1, 0.16 + 0.8 * part)) * between(random, 0.75, 1.1);
    const [dx, dy] = [nextX - fromX, nextY - fromY];
    const away = Math.hypot(dx, dy);
    for (const side of [-1, 1]) {
      const tipX = fromX + (dx / away) * long * 0.75 - side * (dy / away) * long * 0.45;
      const tipY = fromY + (dy / away) * long * 0.6 + side * (dx / away) * long * 0.45 + long * 0.34;
      path += `M${at(fromX, fromY)}Q${at((fromX + tipX) / 2, (fromY + tipY) / 2 - long * 0.12)} ${at(tipX, tipY)}Q${at((nextX + tipX) / 2, (nextY + tipY) / 2)} ${at(nextX, nextY)}Z`;
    }
  }
  return path;
}

/** A coconut palm standing at `x`, `ground`, `height` tall, its crown leaning `lean` pixels aside. */
export function palmPath(random: Random, x: number, ground: number, height: number, lean: number): string {
  const half = height * 0.02;
  const [topX, topY] = [x + lean, ground - height];
  const bendX = x + lean * between(random, 0.1, 0.35);
  const bendY = ground - height * 0.55;
  const trunk = `M${at(x - half * 1.7, ground + 3)}Q${at(bendX - half, bendY)} ${at(topX - half * 0.7, topY)}L${at(topX + half * 0.7, topY)}Q${at(bendX + half, bendY)} ${at(x + half * 1.7, ground + 3)}Z`;
  let crown = "";
  const fronds = 10;
  for (let frond = 0; frond < fronds; frond++) {
    const angle = -0.35 + ((Math.PI + 0.7) * (frond + between(random, 0.15, 0.85))) / fronds;
    crown += frondPath(random, topX, topY, angle, height * between(random, 0.34, 0.46));
  }
  let nuts = "";
  for (const side of [-1, 0.2, 1.2]) {
    const r = half * 1.1;
    nuts += `M${at(topX + side * r - r, topY + r)}a${r.toFixed(1)},${r.toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)},0a${r.toFixed(1)},${r.toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)},0Z`;
  }
  return trunk + crown + nuts;
}
