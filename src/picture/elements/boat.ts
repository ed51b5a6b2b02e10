import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { between, drawLayer, drift, type Stage, swing, together } from "./stage.ts";

type Hull = { hull: string; main: string; jib: string; rig: string };

/** A sloop with both sails set, its mast at 0, its water line at 0, one unit tall, heading right. */
const SLOOP: Hull = {
  hull: "M-.3,-.055Q-.31,-.085 -.29,-.1L.34,-.115Q.3,-.03 .2,.012L-.22,.012Q-.28,-.01 -.3,-.055ZM-.17,-.1L-.15,-.14L.06,-.145L.1,-.11Z",
  main: "M-.018,-.96Q-.16,-.52 -.27,-.19Q-.14,-.165 -.018,-.175Z",
  jib: "M.018,-.9Q.13,-.5 .31,-.15Q.15,-.17 .03,-.16Z",
  rig: "M-.008,-1L.008,-1L.01,-.1L-.01,-.1ZM-.27,-.19L.005,-.178L.005,-.166L-.275,-.176Z",
};

/** How its parts are coloured: white sails by day, all dark against a low light. */
function dress(stage: Stage, reflected: boolean): Record<keyof Hull, Rgb> {
  const { light } = stage;
  const day = light.palette === "day";
  const sail = day ? surface(light, parseColour("#f7f4ea"), 1, 0.9) : mix(light.silhouette, light.haze, 0.1);
  const hull = mix(light.silhouette, parseColour("#5a2a2a"), day ? 0.45 : 0.12);
  const toned = (colour: Rgb): Rgb => (reflected ? mix(colour, light.silhouette, 0.2) : colour);
  return { hull: toned(hull), main: toned(sail), jib: toned(mix(sail, light.shade, day ? 0.22 : 0.06)), rig: toned(light.silhouette) };
}

const sloop = (tones: Record<keyof Hull, Rgb>): string =>
  (["jib", "main", "rig", "hull"] as const).map((part) => `<path d="${SLOOP[part]}" fill="${toCss(tones[part])}"/>`).join("");

/** The hull and sails turned over in the water, broken into strips that lie apart and wider as they come nearer. */
function broken(stage: Stage, tones: Record<keyof Hull, Rgb>): string {
  const random = stage.stream("boat ripples");
  let strips = "";
  for (let y = 0.012; y < 0.62; ) {
    const thick = between(random, 0.012, 0.022) * (1 + y);
    const shift = between(random, -0.035, 0.035) * (0.4 + y);
    strips += `<g transform="translate(${shift.toFixed(3)} 0)" clip-path="url(#s${y.toFixed(3).slice(2)})" opacity="${(0.62 * (1 - y / 0.66)).toFixed(2)}"><g transform="scale(1 -.62)">${sloop(tones)}</g></g><clipPath id="s${y.toFixed(3).slice(2)}"><rect x="-.5" y="${y.toFixed(3)}" width="1" height="${thick.toFixed(3)}"/></clipPath>`;
    y += thick + between(random, 0.006, 0.016) * (1 + 2 * y);
  }
  return strips;
}

/** A lone sailing boat, `size` pixels tall, on the water line `y`, with its broken reflection, sailing slowly on. */
export function sailingBoat(stage: Stage, x: number, y: number, size: number): ImageLayer {
  const heading = stage.stream("boat heading")() < 0.5 ? -1 : 1;
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(heading * size).toFixed(2)} ${size.toFixed(2)})`;
  const body = `<g transform="${place}">${broken(stage, dress(stage, true))}${sloop(dress(stage, false))}</g>`;
  const box = { x: x - 0.5 * size, y: y - 1.02 * size, width: size, height: 1.66 * size };
  const sail = drift(stage, heading * Math.min(0.006, 0.16 / (stage.durationSec + 4)) * stage.width);
  return drawLayer("boat", box, body, together(stage.pan(0.3), sail, swing(0.004 * size, 0.009 * size, 4.6)));
}
