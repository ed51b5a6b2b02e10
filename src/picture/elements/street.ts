import type { Random } from "../../domain/seed.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { LAMPS } from "./lamps.ts";
import { between, pick, type Stage } from "./stage.ts";

/** A street seen along its middle: world units are half the street's width; `focal` is pixels at distance 1, the eye `eye` above the ground. */
export type Street = { x: number; y: number; focal: number; eye: number };

/** Where a point of the world (to the right, above the ground, away) is seen. */
export const project = (street: Street, right: number, up: number, away: number): [number, number] => [
  street.x + (right * street.focal) / away,
  street.y - ((up - street.eye) * street.focal) / away,
];

const corner = (street: Street, right: number, up: number, away: number): string =>
  project(street, right, up, away)
    .map((value) => value.toFixed(1))
    .join(",");

/** A house front along one side of the street, from `near` to `far` away, `tall` high, set back by `back`. */
export type Front = { side: number; near: number; far: number; tall: number; back: number };

/** House fronts along both sides from `from` to `to` away, far ones last. */
export function lineFronts(random: Random, side: number, from: number, to: number, tall: readonly [number, number]): Front[] {
  const fronts: Front[] = [];
  for (let near = from; near < to; ) {
    const far = near + between(random, 0.7, 1.35) * (1 + 0.1 * near);
    fronts.push({ side, near, far, tall: between(random, ...tall), back: pick(random, [0, 0, 0.05, 0.12]) });
    near = far + (random() < 0.2 ? 0.22 : 0);
  }
  return fronts;
}

const WALLS = ["#8a6f62", "#75808e", "#9a8674", "#6a6f80", "#a08f86", "#5f7080"].map(parseColour);
const DAY_WALLS = ["#d2b894", "#c08a6c", "#8fa8bc", "#e0d8c6", "#cfa282", "#a8745e"].map(parseColour);
const SIGNS = ["#ff5f7a", "#4fd8e8", "#ffb347", "#9a7bff", "#62e08a"].map(parseColour);

type Rows = { dark: string; lit: string[] };

/** The windows of a front, in rows and columns that shrink with distance; those too small to tell apart are left out. */
function windowsOf(stage: Stage, street: Street, random: Random, front: Front): Rows {
  const right = front.side * (1 + front.back);
  const rows: Rows = { dark: "", lit: LAMPS.map(() => "") };
  const [columnPitch, rowPitch] = [between(random, 0.15, 0.21), between(random, 0.19, 0.25)];
  const [wide, high] = [between(random, 0.5, 0.68), between(random, 0.48, 0.66)];
  const columns = Math.floor((front.far - front.near - 0.1) / columnPitch);
  for (let column = 0; column < columns; column++) {
    const near = front.near + 0.05 + (column + 0.5 - wide / 2) * ((front.far - front.near - 0.1) / columns);
    const far = near + wide * columnPitch;
    if ((rowPitch * street.focal) / far < 0.012 * stage.unit) break;
    for (let up = 0.5; up < front.tall - 0.12; up += rowPitch) {
      const pane = `M${corner(street, right, up, near)}L${corner(street, right, up + rowPitch * high, near)}L${corner(street, right, up + rowPitch * high, far)}L${corner(street, right, up, far)}Z`;
      const shown = random();
      if (shown < 0.34 * stage.light.lamps) rows.lit[Math.floor(random() * LAMPS.length)] += pane;
      else rows.dark += pane;
    }
  }
  return rows;
}

type Quad = (low: number, high: number, from: number, to: number) => string;

/** A sign that stands out over the pavement, with bars of light for its letters. */
function signSvg(stage: Stage, street: Street, random: Random, front: Front, tone: Rgb): string {
  const at = front.near + (front.far - front.near) * between(random, 0.3, 0.7);
  const low = between(random, 0.6, 0.85);
  const tall = between(random, 0.22, 0.42);
  const colour = mix(pick(random, SIGNS), tone, stage.light.lamps > 0.2 ? 0.1 : 0.35);
  const inner = front.side * (1 + front.back);
  const plate = (from: number, to: number, bottom: number, top: number): string =>
    `M${corner(street, inner - front.side * from, bottom, at)}L${corner(street, inner - front.side * to, bottom, at)}L${corner(street, inner - front.side * to, top, at)}L${corner(street, inner - front.side * from, top, at)}Z`;
  let letters = "";
  for (let up = low + 0.03; up < low + tall - 0.03; up += 0.05) letters += plate(0.035, between(random, 0.06, 0.085), up, up + 0.026);
  const dark = mix(tone, stage.light.silhouette, 0.6);
  return `<path d="${plate(0, 0.11, low - 0.012, low + tall + 0.012)}" fill="${toCss(dark)}"/><path d="${plate(0.012, 0.1, low, low + tall)}" fill="${toCss(mix(colour, dark, 0.55))}"/><path d="${letters}" fill="${toCss(mix(colour, parseColour("#ffffff"), 0.3))}"/>`;
}

/** The shop windows at the foot of a front, their awning, and now and then a sign. */
function shop(stage: Stage, street: Street, random: Random, front: Front, tone: Rgb): string {
  const { light } = stage;
  const right = front.side * (1 + front.back);
  const quad: Quad = (low, high, from, to) =>
    `M${corner(street, right, low, from)}L${corner(street, right, high, from)}L${corner(street, right, high, to)}L${corner(street, right, low, to)}Z`;
  const frame = mix(tone, light.silhouette, 0.55);
  const glass = mix(light.sky[2]!, light.silhouette, 0.4);
  let panes = `<path d="${quad(0, 0.38, front.near + 0.03, front.far - 0.03)}" fill="${toCss(frame)}"/>`;
  const warm = pick(random, LAMPS);
  for (let near = front.near + 0.07; near < front.far - 0.2; near += 0.19) {
    const door = random() < 0.2;
    const colour =
      light.lamps > 0.2
        ? mix(mix(warm, parseColour("#b8763c"), between(random, 0.1, 0.55)), frame, 1 - 0.45 - 0.5 * light.lamps * (door ? 0.4 : 1))
        : mix(glass, light.haze, between(random, 0, 0.25));
    const goods = quad(0.08, between(random, 0.13, 0.22), near + 0.03, near + between(random, 0.07, 0.13));
    panes += `<path d="${quad(door ? 0.01 : 0.08, 0.32, near, near + 0.16)}" fill="${toCss(colour)}"/>${door ? "" : `<path d="${goods}" fill="${toCss(frame, 0.6)}"/>`}`;
  }
  const awning = parseColour(pick(random, ["#a8433c", "#2f6a5a", "#b08a4a", "#3f5a8a"]));
  const out = front.side * (1 + front.back - 0.1);
  const cloth = (from: number, to: number): string =>
    `M${corner(street, right, 0.42, from)}L${corner(street, out, 0.36, from)}L${corner(street, out, 0.34, from)}L${corner(street, out, 0.34, to)}L${corner(street, out, 0.36, to)}L${corner(street, right, 0.42, to)}Z`;
  const lit = mix(mix(surface(light, awning, 0.9, 0.5), tone, 0.3), light.silhouette, light.palette === "day" ? 0 : 0.2);
  const [from, to] = [front.near + 0.05, front.far - 0.05];
  let stripes = "";
  for (let at = from; at < to - 0.1; at += 0.2) stripes += cloth(at, at + 0.1);
  const shade =
    random() < 0.7
      ? `<path d="${cloth(from, to)}" fill="${toCss(lit)}"/><path d="${stripes}" fill="${toCss(mix(lit, light.haze, 0.35))}"/>`
      : "";
  return panes + shade + (random() < 0.6 ? signSvg(stage, street, random, front, tone) : "");
}

/** One front as SVG: the end that faces the eye, the side along the street with its windows, a cornice, shops. */
export function frontSvg(stage: Stage, street: Street, random: Random, front: Front, furthest: number): string {
  const { light } = stage;
  const depth = Math.max(0.06, 1 - front.near / furthest) ** 1.4;
  const day = light.palette === "day";
  const wall = surface(light, pick(random, day ? DAY_WALLS : WALLS), 0.16 + 0.84 * depth, day ? 0.8 : 0.25);
  const tone = mix(wall, light.silhouette, (day ? 0.08 : 0.4) * (0.3 + 0.7 * depth));
  const right = front.side * (1 + front.back);
  const outer = right + front.side * 3;
  const face = (near: string, fill: Rgb, alpha = 1): string => `<path d="${near}" fill="${toCss(fill, alpha)}"/>`;
  const end = `M${corner(street, right, 0, front.near)}L${corner(street, right, front.tall, front.near)}L${corner(street, outer, front.tall, front.near)}L${corner(street, outer, 0, front.near)}Z`;
  const side = `M${corner(street, right, 0, front.near)}L${corner(street, right, front.tall, front.near)}L${corner(street, right, front.tall, front.far)}L${corner(street, right, 0, front.far)}Z`;
  const ledge = (up: number, thick: number): string =>
    `M${corner(street, right, up, front.near)}L${corner(street, right, up + thick, front.near)}L${corner(street, right, up + thick, front.far)}L${corner(street, right, up, front.far)}Z`;
  const rows = windowsOf(stage, street, random, front);
  const pane = day ? mix(light.sky[1]!, light.haze, 0.3) : mix(tone, light.silhouette, 0.42);
  const lit = rows.lit.map((panes, index) => panes && face(panes, mix(LAMPS[index]!, light.haze, 0.4 * (1 - depth)), 0.9)).join("");
  const shops = front.near < 9 ? shop(stage, street, random, front, tone) : "";
  const bright = mix(tone, light.glow, light.moon ? 0.14 : 0.34);
  return `${face(end, mix(tone, light.silhouette, 0.25))}${face(side, tone)}${rows.dark && face(rows.dark, pane, day ? 0.62 : 0.6)}${lit}${face(ledge(front.tall - 0.06, 0.09), bright, 0.85)}${face(ledge(0.44, 0.035), mix(tone, light.silhouette, 0.3), 0.8)}${shops}`;
}
