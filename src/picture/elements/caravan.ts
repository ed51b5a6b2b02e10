import type { ImageLayer } from "../layer.ts";
import { mix, toCss } from "./colour.ts";
import { drawLayer, drift, type Stage, swing, together } from "./stage.ts";

/** A camel walking right, one unit tall, standing at 0. */
const CAMEL =
  "M-.46,-.52Q-.4,-.66 -.26,-.66Q-.16,-.9 -.02,-.88Q.1,-.86 .14,-.68Q.24,-.66 .3,-.6Q.38,-.7 .4,-.84Q.4,-.95 .5,-.96L.62,-.93Q.67,-.9 .64,-.87L.53,-.85Q.5,-.62 .4,-.48Q.34,-.4 .27,-.38L.3,-.2L.34,0H.28L.22,-.2L.18,-.36L.14,-.18L.16,0H.1L.06,-.2L.08,-.38H-.2L-.24,-.2L-.3,0H-.36L-.31,-.2L-.34,-.34L-.42,-.18L-.46,0H-.52L-.48,-.22Q-.48,-.34 -.45,-.42Q-.5,-.36 -.51,-.3Q-.54,-.44 -.46,-.52Z";
const RIDER = "M-.1,-.86Q-.1,-1.1 -.02,-1.16Q-.06,-1.22 -.02,-1.28Q.04,-1.32 .08,-1.26Q.1,-1.2 .05,-1.15Q.14,-1.05 .13,-.84Z";

/** Some camels that cross a skyline one behind the other, small and dark, `size` pixels tall. */
export function caravan(stage: Stage, x: number, line: (x: number) => number, size: number, heading: number): ImageLayer {
  const { light } = stage;
  const tone = mix(light.silhouette, light.haze, light.palette === "day" ? 0.14 : 0.04);
  const places = [0, 1.55, 3.05, 4.7];
  const slope = (at: number): number => (Math.atan2(line(at + size) - line(at - size), 2 * size) * 180) / Math.PI;
  const animals = places
    .map((back, index) => {
      const at = x - heading * back * size;
      return `<g transform="translate(${at.toFixed(1)} ${(line(at) + 0.03 * size).toFixed(1)}) rotate(${(0.5 * slope(at)).toFixed(1)}) scale(${(heading * size).toFixed(2)} ${size.toFixed(2)})"><path d="${CAMEL}"/>${index % 2 === 0 ? `<path d="${RIDER}"/>` : ""}</g>`;
    })
    .join("");
  const tops = places.map((back) => line(x - heading * back * size));
  const left = heading > 0 ? x - 5.6 * size : x - size;
  const box = { x: left, y: Math.min(...tops) - 1.6 * size, width: 6.6 * size, height: Math.max(...tops) - Math.min(...tops) + 1.9 * size };
  const walk = drift(stage, heading * Math.min(0.05 * size, (0.4 * size) / stage.durationSec));
  const climb = slope(x - heading * 2 * size);
  const rise = Math.tan((climb * Math.PI) / 180);
  return drawLayer(
    "caravan",
    box,
    `<g fill="${toCss(tone)}">${animals}</g>`,
    together(stage.pan(0.7), (timeSec) => ({ x: walk(timeSec).x, y: walk(timeSec).x * rise }), swing(0, 0.012 * size, 0.9)),
  );
}
