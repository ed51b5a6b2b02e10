import type { Layer, SpriteLayer } from "../layer.ts";
import { gradientStops, mix, parseColour, toCss } from "./colour.ts";
import { type Box, between, drawLayer, type Stage } from "./stage.ts";
import { project, type Street } from "./street.ts";

/** The road with its markings, its pavements and the light of the sky upon it. */
export function roadLayer(stage: Stage, street: Street, depth: number): Layer {
  const { light, height } = stage;
  const box = stage.span(depth, street.y, height - street.y + 4);
  const at = (right: number, away: number): string =>
    project(street, right, 0, away)
      .map((value) => value.toFixed(1))
      .join(",");
  const [near, far] = [0.35, 90];
  const strip = (left: number, right: number, fill: string, from = near, to = far): string =>
    `<path d="M${at(left, from)}L${at(left, to)}L${at(right, to)}L${at(right, from)}Z" fill="${fill}"/>`;
  const day = light.palette === "day";
  const tar = mix(mix(parseColour("#4a4d55"), light.shade, 0.35), light.silhouette, day ? 0.1 : 0.55);
  const pavement = mix(mix(parseColour("#8d8a86"), light.shade, 0.35), light.silhouette, day ? 0.05 : 0.48);
  const fade = `<linearGradient id="t" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${street.y.toFixed(0)}" y2="${height}">${gradientStops([light.haze, mix(tar, light.haze, 0.3), tar, tar])}</linearGradient><linearGradient id="p" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${street.y.toFixed(0)}" y2="${height}">${gradientStops([light.haze, mix(pavement, light.haze, 0.2), pavement, pavement])}</linearGradient><linearGradient id="s" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${street.y.toFixed(0)}" y2="${height}">${gradientStops([light.glow, light.glow], [0.75, 0.3, 0.1, 0])}</linearGradient>`;
  let marks = "";
  const paint = toCss(mix(parseColour("#f0e8d8"), tar, 0.25), 0.85);
  for (let away = 1.2; away < 26; away += 1.3) marks += strip(-0.012, 0.012, paint, away, away + 0.62);
  for (const side of [-1, 1]) marks += strip(side * 0.655, side * 0.675, toCss(mix(pavement, light.glow, 0.3), 0.8));
  const crossing = Array.from({ length: 9 }, (_, index) => strip(-0.56 + index * 0.13, -0.49 + index * 0.13, paint, 1.75, 2.15)).join("");
  const body = `<defs>${fade}</defs><rect x="${box.x}" y="${street.y}" width="${box.width}" height="${box.height}" fill="url(#p)"/>${strip(-0.66, 0.66, "url(#t)")}${strip(-0.3, 0.3, "url(#s)")}${marks}${crossing}`;
  return drawLayer("road", box, body, stage.pan(depth));
}

/** Street lamps along both pavements, lit from dusk to dawn. */
export function streetLamps(stage: Stage, street: Street, depth: number, box: Box): Layer {
  const { light } = stage;
  const post = toCss(mix(light.silhouette, light.haze, 0.12));
  const on = light.lamps > 0.2;
  const halo = gradientStops([parseColour("#fff6dc"), parseColour("#ffcf7a")], [0.95, 0.45, 0.14, 0.04, 0]);
  let body = `<defs><radialGradient id="h">${halo}</radialGradient></defs>`;
  for (const away of [13, 9.4, 6.8, 4.7, 3.1, 2]) {
    for (const side of [-1, 1]) {
      const [footX, footY] = project(street, side * 0.72, 0, away);
      const [topX, topY] = project(street, side * 0.72, 0.95, away);
      const [headX] = project(street, side * 0.56, 0.95, away);
      const thick = (0.022 * street.focal) / away;
      body += `<path d="M${footX.toFixed(1)},${footY.toFixed(1)}L${topX.toFixed(1)},${topY.toFixed(1)}Q${topX.toFixed(1)},${(topY - 3 * thick).toFixed(1)} ${headX.toFixed(1)},${(topY - 3 * thick).toFixed(1)}" fill="none" stroke="${post}" stroke-width="${thick.toFixed(2)}"/><ellipse cx="${headX.toFixed(1)}" cy="${(topY - 2.4 * thick).toFixed(1)}" rx="${(1.7 * thick).toFixed(1)}" ry="${(0.8 * thick).toFixed(1)}" fill="${on ? "#fff0c4" : post}"/>`;
      if (on)
        body += `<circle cx="${headX.toFixed(1)}" cy="${(topY - 2 * thick).toFixed(1)}" r="${(9 * thick).toFixed(1)}" fill="url(#h)" fill-opacity="${(0.25 + 0.5 * light.lamps).toFixed(2)}"/>`;
    }
  }
  return drawLayer("street lamps", box, body, stage.pan(depth));
}

/** A car seen from before or behind, two units wide: body, glass, lamps and their light. */
function carSvg(stage: Stage, coming: boolean, tone: string, size: number): string {
  const { light } = stage;
  const dark = toCss(mix(parseColour(tone), light.silhouette, light.palette === "day" ? 0.12 : 0.6));
  const glass = toCss(mix(light.haze, light.silhouette, 0.45));
  const lamp = coming ? "#fff4d2" : "#ff4a3c";
  const power = (coming ? 0.55 : 0.45) * (0.25 + 0.75 * light.lamps);
  const glow = (x: number): string =>
    `<circle cx="${x}" cy="-.42" r=".6" fill="url(#g)" fill-opacity="${power.toFixed(2)}"/><ellipse cx="${x}" cy="-.42" rx=".15" ry=".1" fill="${lamp}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1.5 -2 3 3"><defs><radialGradient id="g"><stop offset="0" stop-color="${lamp}"/><stop offset=".4" stop-color="${lamp}" stop-opacity=".35"/><stop offset="1" stop-color="${lamp}" stop-opacity="0"/></radialGradient></defs><ellipse cy=".02" rx="1.05" ry=".16" fill="#000" fill-opacity=".45"/><path d="M-.9,-.08V.06H-.6V-.08ZM.6,-.08V.06H.9V-.08Z" fill="#0a0c14"/><path d="M-.95,-.1Q-1,-.6 -.8,-.68L-.6,-1.12Q-.55,-1.2 -.4,-1.22H.4Q.55,-1.2 .6,-1.12L.8,-.68Q1,-.6 .95,-.1Q.5,-.02 0,-.02T-.95,-.1Z" fill="${dark}"/><path d="M-.66,-.72L-.5,-1.08H.5L.66,-.72Q0,-.8 -.66,-.72Z" fill="${glass}"/>${glow(-0.68)}${glow(0.68)}${coming ? `<ellipse cy=".32" rx="1.3" ry=".34" fill="url(#g)" fill-opacity="${(power * 0.5).toFixed(2)}"/>` : ""}</svg>`;
}

/** Traffic in both lanes: lamps that come towards the eye, red lamps that go away. */
export function streetTraffic(stage: Stage, street: Street, depth: number): SpriteLayer {
  const random = stage.stream("street traffic");
  const size = Math.round(0.24 * stage.unit);
  const tones = ["#3a4658", "#8a2f36", "#c8c4bc"];
  const drawings = [true, false].flatMap((coming) =>
    tones.map((tone) => ({ svg: carSvg(stage, coming, tone, size), width: size, height: size })),
  );
  const cars = Array.from({ length: 12 }, (_, index) => ({
    coming: index % 2 === 0,
    from: index / 12 + between(random, 0, 0.06),
    tone: Math.floor(random() * 3),
    pace: between(random, 0.05, 0.062),
  }));
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "traffic",
    drawings,
    at: (timeSec) =>
      cars
        .map((car) => {
          const part = (car.from + (timeSec * car.pace * 14) / 15) % 1;
          const away = 0.8 + 21 * (car.coming ? 1 - part : part);
          const lane = car.coming ? -0.3 : 0.3;
          const [x, y] = project(street, lane, 0, away);
          const scale = Math.min(2.2, (0.145 * 3 * street.focal) / away / size);
          const fade = Math.min(1, (21.8 - away) / 4, (away - 0.8) / 0.12);
          return {
            sprite: (car.coming ? 0 : 3) + car.tone,
            scale,
            x: x - (size * scale) / 2 + pan(timeSec).x,
            y: y - (2 / 3) * size * scale,
            opacity: Math.max(0, fade),
            away,
          };
        })
        .sort((one, other) => other.away - one.away)
        .map(({ away, ...place }) => place),
  };
}
