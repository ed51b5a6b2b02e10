import type { Palette } from "../../domain/storyboard.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, smoothstep } from "../elements/colour.ts";
import { createNoise, fractal, ridged } from "../elements/noise.ts";
import { type Globe, globePaint } from "../elements/planet.ts";
import { gradeLayer, starLayer } from "../elements/sky.ts";
import { between, breathe, drawLayer, openStage, paintLayer, pick, type Stage, swing, together } from "../elements/stage.ts";
import { veilLayer } from "../elements/veil.ts";
import type { ImageLayer, Layer, SettingDesign, SpriteLayer } from "../layer.ts";
import { subjectLayers } from "../subjects.ts";

type Cosmos = { deep: string; clouds: string[]; star: string; worlds: string[][] };

const COSMOS: Record<Palette, Cosmos[]> = {
  dawn: [
    {
      deep: "#141433",
      clouds: ["#6d4f9c", "#e08a7a", "#ffd0a0"],
      star: "#ffdcae",
      worlds: [
        ["#5a3a52", "#c07a6a", "#f0b890", "#ffe3c2"],
        ["#3a4a7a", "#7f9fc8", "#d8e6f2"],
      ],
    },
    {
      deep: "#10203c",
      clouds: ["#3f6f9c", "#c58fae", "#ffe0b8"],
      star: "#fff0c8",
      worlds: [
        ["#274a6e", "#5f9ab4", "#e8d8b8", "#ffffff"],
        ["#6a4a5a", "#c89a8a", "#f4d8c0"],
      ],
    },
  ],
  day: [
    {
      deep: "#0c2350",
      clouds: ["#1f6fb8", "#3fb4d4", "#c9f0ff"],
      star: "#ffffff",
      worlds: [
        ["#0b3f86", "#1f7ac4", "#4aa070", "#f6fbff"],
        ["#8a8f9c", "#c2c6d0", "#eef0f4"],
      ],
    },
    {
      deep: "#0d2a4a",
      clouds: ["#2a7f9c", "#6fc8b4", "#e8fff0"],
      star: "#fffbe6",
      worlds: [
        ["#0d4a7a", "#2b8fb8", "#8fb070", "#ffffff"],
        ["#a08a70", "#d0b890", "#f0e4c8"],
      ],
    },
  ],
  sunset: [
    {
      deep: "#1c0c2e",
      clouds: ["#6a1f6e", "#d8486a", "#ffa45c"],
      star: "#ffd08a",
      worlds: [
        ["#5a2a2a", "#b8603c", "#f0a060", "#ffdca0"],
        ["#4a2a5a", "#9a5a8a", "#e8a8b0"],
      ],
    },
    {
      deep: "#220f24",
      clouds: ["#84284e", "#e8683e", "#ffc86a"],
      star: "#ffe0a0",
      worlds: [
        ["#6a3020", "#c87a40", "#e8b070", "#fff0c8"],
        ["#5a3a4a", "#a8787a", "#e8c8b0"],
      ],
    },
  ],
  night: [
    {
      deep: "#080b2a",
      clouds: ["#2a2a86", "#6a3fb0", "#3fb0c8"],
      star: "#cfe0ff",
      worlds: [
        ["#24306a", "#4a6ab0", "#8fb4e0", "#e0f0ff"],
        ["#5a5a78", "#9a9ab4", "#d8d8e8"],
      ],
    },
    {
      deep: "#0c0a26",
      clouds: ["#40206e", "#a03f9c", "#ff8fb8"],
      star: "#ffd8f0",
      worlds: [
        ["#3a2a6a", "#7a5ab4", "#c09ae0", "#f0e0ff"],
        ["#3a4a5a", "#7a94a8", "#c8dce8"],
      ],
    },
    {
      deep: "#051824",
      clouds: ["#0f5a6a", "#1f9c8c", "#9ae8c0"],
      star: "#d8fff0",
      worlds: [
        ["#0f4a5a", "#2f8f94", "#8fd8c0", "#f0fff8"],
        ["#4a4a6a", "#8a8ab0", "#d0d0f0"],
      ],
    },
  ],
};

type Tones = { deep: Rgb; clouds: Rgb[]; star: Rgb; worlds: Rgb[][] };

/** Clouds of gas lit from within, their knots and dark lanes folded by their own noise, on a path that never stops. */
function nebula(stage: Stage, tones: Tones): ImageLayer {
  const random = stage.stream("nebula");
  const noise = createNoise(random);
  const { unit, width, height } = stage;
  const reach = 0.055 * unit;
  const box = { x: -2 * reach, y: -2 * reach, width: width + 4 * reach, height: height + 4 * reach };
  const angle = between(random, -0.7, 0.7);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width * between(random, 0.3, 0.7), height * between(random, 0.25, 0.55)];
  const breadth = unit * between(random, 0.32, 0.5);
  const columns = Math.round((300 * box.width) / Math.max(box.width, box.height));
  return paintLayer(
    "nebula",
    box,
    columns,
    (u, v, out) => {
      const dx = box.x + u * box.width - middleX;
      const dy = box.y + v * box.height - middleY;
      const across = (dy * cos - dx * sin) / breadth;
      const nx = dx / unit;
      const ny = dy / unit;
      const foldX = fractal(noise, nx * 1.3 + 2, ny * 1.3, 3) * 0.9;
      const foldY = fractal(noise, nx * 1.3 - 6, ny * 1.3 + 4, 3) * 0.9;
      const gas = 0.5 + 0.75 * fractal(noise, nx * 1.5 + foldX, ny * 1.5 + foldY, 5, 0.56);
      const band = Math.exp(-across * across);
      const lane = smoothstep(0.66, 0.9, ridged(noise, nx * 1.5 + foldY * 0.7 + 20, ny * 1.9 + foldX * 0.7, 4)) * band;
      const body = smoothstep(0.1, 1.05, gas * (0.32 + 0.85 * band));
      const hue = smoothstep(-0.5, 0.5, fractal(noise, nx * 0.9 + 40, ny * 0.9 + foldX * 0.4, 2));
      const heart = smoothstep(0.5, 1.15, gas * (0.35 + 0.75 * band)) ** 1.5;
      for (let channel = 0; channel < 3; channel++) {
        const cloud = lerp(tones.clouds[0]![channel]!, tones.clouds[1]![channel]!, hue);
        const lit = lerp(lerp(tones.deep[channel]!, cloud, body * 0.92), tones.clouds[2]![channel]!, heart * 0.62);
        out[channel] = lerp(lit, tones.deep[channel]! * 0.75, lane * 0.6);
      }
      out[3] = 1;
    },
    swing(reach, reach * 0.5, 16, random() * 6.28),
    { opaque: true },
  );
}

/** Faint dust of stars that the eye takes for a glow. */
function dust(stage: Stage): ImageLayer {
  const random = stage.stream("dust");
  const box = stage.span(0.1, 0, stage.height);
  let [faint, bright] = ["", ""];
  for (let index = 0; index < 420; index++) {
    const radius = stage.unit * between(random, 0.0006, 0.0014);
    const dot = `M${(box.x + random() * box.width).toFixed(1)},${(random() * stage.height).toFixed(1)}m${(-radius).toFixed(2)},0a${radius.toFixed(2)},${radius.toFixed(2)} 0 1 0 ${(2 * radius).toFixed(2)},0a${radius.toFixed(2)},${radius.toFixed(2)} 0 1 0 ${(-2 * radius).toFixed(2)},0Z`;
    if (index % 3) faint += dot;
    else bright += dot;
  }
  return drawLayer(
    "star dust",
    box,
    `<path d="${faint}" fill="#fff" fill-opacity=".42"/><path d="${bright}" fill="#fff" fill-opacity=".8"/>`,
    stage.pan(0.1),
  );
}

/** A star that rises beside a world: a white heart, a wide glow and a thin horizontal flare. */
function starGlow(stage: Stage, x: number, y: number, size: number, colour: Rgb, depth: number): ImageLayer {
  const reach = size * 7;
  const white = parseColour("#ffffff");
  const body = `<defs><radialGradient id="g">${gradientStops([white, colour, colour, colour], [1, 0.62, 0.26, 0.12, 0.05, 0.015, 0], 18)}</radialGradient></defs><circle cx="${x}" cy="${y}" r="${reach}" fill="url(#g)"/><ellipse cx="${x}" cy="${y}" rx="${reach}" ry="${size * 0.3}" fill="url(#g)" fill-opacity=".7"/>`;
  return drawLayer(
    "star",
    { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
    body,
    together(stage.pan(depth), breathe(0.72, 1, 4.7)),
    { scale: 0.35 },
  );
}

/** A comet that crosses slowly, its tail away from the light. */
function comet(stage: Stage, tones: Tones): Layer {
  const random = stage.stream("comet");
  const { unit, width, height } = stage;
  const size = unit * between(random, 0.2, 0.32);
  const angle = between(random, 14, 32) * (random() < 0.5 ? 1 : -1);
  const heading = random() < 0.5 ? -1 : 1;
  const tail = gradientStops([parseColour("#ffffff"), tones.star, tones.clouds[1]!], [0.95, 0.45, 0.2, 0.07, 0]);
  const head = gradientStops([parseColour("#ffffff"), tones.star], [1, 0.6, 0.15, 0]);
  const body = `<defs><linearGradient id="t">${tail}</linearGradient><radialGradient id="h">${head}</radialGradient></defs><g transform="scale(${-heading} 1) rotate(${angle})"><path d="M0,${-size * 0.018}Q${size * 0.4},${-size * 0.03} ${size},${-size * 0.085}Q${size * 0.9},0 ${size},${size * 0.06}Q${size * 0.4},${size * 0.03} 0,${size * 0.018}Z" fill="url(#t)"/><circle r="${size * 0.055}" fill="url(#h)"/></g>`;
  const [x, y] = [width * between(random, 0.25, 0.75), height * between(random, 0.1, 0.26)];
  const speed = heading * width * Math.min(0.022, 0.5 / stage.durationSec);
  const side = size * 1.05;
  return drawLayer("comet", { x: -side, y: -side * 0.6, width: 2 * side, height: side * 1.2 }, body, (timeSec) => {
    const gone = speed * (timeSec - stage.durationSec / 2);
    return { x: x + gone, y: y + Math.abs(gone) * 0 + gone * heading * Math.tan((angle * Math.PI) / 180) * -0.9 };
  });
}

/** A great ringed or banded world beside the middle. */
function giant(stage: Stage, tones: Tones): Layer[] {
  const random = stage.stream("giant");
  const { unit, width, height, aspect } = stage;
  const ringed = random() < 0.72;
  const radius = unit * between(random, 0.2, 0.27) * (ringed ? 0.9 : 1.2) * (aspect === "1:1" ? 0.85 : 1);
  const right = random() < 0.5;
  const x = width * (aspect === "9:16" ? between(random, 0.42, 0.62) : right ? between(random, 0.66, 0.73) : between(random, 0.27, 0.34));
  const y = height * (aspect === "9:16" ? between(random, 0.36, 0.44) : between(random, 0.42, 0.52));
  const globe: Globe = {
    x,
    y,
    radius,
    lightX: (right ? -1 : 1) * between(random, 0.6, 1),
    lightY: between(random, -0.7, -0.2),
    kind: "banded",
    colours: tones.worlds[0]!,
    air: mix(tones.star, tones.clouds[1]!, 0.3),
  };
  const rings = {
    tilt: between(random, 8, 24) * (random() < 0.5 ? 1 : -1),
    flat: between(random, 0.2, 0.34),
    inner: 1.28,
    outer: between(random, 1.95, 2.25),
    colours: [mix(tones.worlds[0]![2]!, tones.star, 0.4), tones.worlds[0]![1]!],
  };
  const reach = ringed ? radius * rings.outer * 1.02 : radius * 1.17;
  const angle = (Math.abs(rings.tilt) * Math.PI) / 180;
  const tall = ringed ? Math.max(radius * 1.17, reach * Math.hypot(Math.sin(angle), rings.flat * Math.cos(angle))) : radius * 1.17;
  const box = { x: x - reach, y: y - tall, width: 2 * reach, height: 2 * tall };
  const paint = globePaint(random, ringed ? { ...globe, rings } : globe, box);
  return [paintLayer("planet", box, "sharp", paint, together(stage.pan(0.45), swing(0, unit * 0.004, 13)))];
}

/** The curve of a near world along the bottom with its star coming up behind it. */
function limb(stage: Stage, tones: Tones): Layer[] {
  const random = stage.stream("limb");
  const { unit, width, height, aspect } = stage;
  const radius = Math.max(width, height * 0.8) * between(random, 0.85, 1.15);
  const x = width * between(random, 0.35, 0.65);
  const top = height * (aspect === "9:16" ? 0.6 : 0.66);
  const starX = width * pick(random, [0.24, 0.34, 0.66, 0.76]);
  const starY = top + radius - Math.sqrt(radius * radius - (starX - x) ** 2) - unit * 0.012;
  const view = stage.span(0.4, top - unit * 0.3, height - top + unit * 0.3);
  const globe: Globe = {
    x,
    y: top + radius,
    radius,
    lightX: (starX - x) / radius,
    lightY: -1,
    kind: pick(random, ["watery", "rocky", "watery"]),
    front: -0.84,
    soft: 3,
    grain: 3.4,
    colours: tones.worlds[0]!,
    air: mix(tones.star, tones.clouds[1]!, 0.35),
  };
  return [
    starGlow(stage, starX, starY, unit * 0.085, tones.star, 0.4),
    paintLayer("world", view, 640, globePaint(random, globe, view), stage.pan(0.4)),
    starGlow(stage, starX, starY, unit * 0.026, tones.star, 0.4),
  ];
}

/** A moon or two at their own distances. */
function moons(stage: Stage, tones: Tones, count: number): Layer[] {
  return Array.from({ length: count }, (_, index) => {
    const random = stage.stream(`moon ${index}`);
    const { unit, width, height } = stage;
    const radius = unit * between(random, 0.03, 0.062);
    const globe: Globe = {
      x: width * (index ? between(random, 0.12, 0.35) : between(random, 0.62, 0.9)),
      y: height * between(random, 0.12, 0.36),
      radius,
      lightX: between(random, -1, 1),
      lightY: between(random, -0.9, -0.2),
      kind: "rocky",
      colours: tones.worlds[1]!,
      air: tones.worlds[1]![2]!,
    };
    const box = { x: globe.x - radius * 1.2, y: globe.y - radius * 1.2, width: radius * 2.4, height: radius * 2.4 };
    return paintLayer(
      `moon ${index}`,
      box,
      "sharp",
      globePaint(random, globe, box),
      together(stage.pan(0.25 + 0.15 * index), swing(unit * 0.006, unit * 0.004, 15 + index * 4)),
    );
  });
}

/** Slow sparks of dust near the eye, which give the depth. */
function motes(stage: Stage, tones: Tones): SpriteLayer {
  const random = stage.stream("motes");
  const size = Math.max(3, Math.round(stage.unit * 0.006));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="m">${gradientStops([tones.star, tones.star], [0.9, 0.4, 0.1, 0])}</radialGradient></defs><circle r="1" fill="url(#m)"/></svg>`;
  const pan = stage.pan(1);
  const list = Array.from({ length: 34 }, () => ({
    x: (random() * 1.1 - 0.05) * stage.width,
    y: random() * stage.height * 0.8,
    scale: between(random, 0.5, 1),
    phase: random() * 6.28,
    speed: between(random, 0.4, 1.2),
  }));
  return {
    kind: "sprites",
    name: "motes",
    drawings: [{ svg, width: size, height: size }],
    at: (timeSec) =>
      list.map((mote) => ({
        sprite: 0,
        x: mote.x + pan(timeSec).x * (0.6 + mote.scale),
        y: mote.y + Math.sin(timeSec * mote.speed * 0.4 + mote.phase) * stage.unit * 0.01,
        scale: mote.scale,
        opacity: 0.35 + 0.35 * Math.sin(timeSec * mote.speed + mote.phase),
      })),
  };
}

/** Deep space: gas, stars, and a world. */
export const space: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const random = opened.stream("space");
  const cosmos = pick(random, COSMOS[brief.palette]);
  const tones: Tones = {
    deep: parseColour(cosmos.deep),
    clouds: cosmos.clouds.map(parseColour),
    star: parseColour(cosmos.star),
    worlds: cosmos.worlds.map((world) => world.map(parseColour)),
  };
  const stage: Stage = { ...opened, light: { ...opened.light, stars: 0.8, silhouette: mix(tones.deep, [0, 0, 0], 0.5) } };
  const rising = random() < (brief.palette === "dawn" || brief.palette === "day" ? 0.62 : 0.4);
  const wisps = veilLayer(stage, "wisps", tones.clouds[1]!, 0, 0.85 * stage.height, 0.2, 1.3);
  const layers: Layer[] = [nebula(stage, tones), wisps, dust(stage), starLayer(stage, stage.height * 1.6)];
  layers.push(...moons(stage, tones, rising ? 1 + Math.floor(random() * 2) : Math.floor(random() * 2)));
  const main = rising ? limb(stage, tones) : giant(stage, tones);
  const first = main[0]!;
  const focusX = first.kind === "image" ? first.at(stage.durationSec / 2).x + first.drawing.width / 2 : 0;
  if (random() < 0.6) layers.push(comet(stage, tones));
  layers.push(...main, motes(stage, tones), ...subjectLayers(stage, brief, { sunX: focusX }), gradeLayer(stage, 0.8));
  return layers;
};
