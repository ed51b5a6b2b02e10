import { hashSeed } from "../../../domain/seed.ts";
import type { Area, Drawing, SpriteLayer } from "../../layer.ts";
import type { Board } from "./board.ts";

/** Output pixels to a grain, and the side of a tile in grains. */
const UNIT = 2;
const SIDE = 128;
const CHANGES_PER_SEC = 5;
const STRONGEST = 12;

/** A tile of dark and light grains, most of them hardly seen. */
function drawTile(random: () => number): Drawing {
  const pixels = new Uint8Array(SIDE * SIDE * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const strength = Math.round(STRONGEST * (random() + random() + random() - 1.5) * 0.8);
    const light = Math.max(0, strength);
    pixels.set([light, light, Math.round(light * 0.85), Math.abs(strength)], at);
  }
  return { svg: "", width: SIDE * UNIT, height: SIDE * UNIT, bitmap: { width: SIDE, height: SIDE, pixels } };
}

/** Film grain over the print: one small tile, laid side by side, that jumps by whole pixels some times a second. */
export function grain({ stream, layout: { print: area } }: Pick<Board, "stream"> & { layout: { print: Area } }): SpriteLayer {
  const side = SIDE * UNIT;
  const [columns, rows] = [Math.ceil(area.width / side) + 1, Math.ceil(area.height / side) + 1];
  return {
    kind: "sprites",
    name: "grain",
    drawings: [drawTile(stream("grain"))],
    at: (timeSec) => {
      const jump = hashSeed("grain", Math.floor(timeSec * CHANGES_PER_SEC));
      const [left, top] = [UNIT * (jump % SIDE), UNIT * ((jump >>> 8) % SIDE)];
      return Array.from({ length: columns * rows }, (_, index) => ({
        sprite: 0,
        x: area.x - left + side * (index % columns),
        y: area.y - top + side * Math.floor(index / columns),
        within: area,
      }));
    },
  };
}
