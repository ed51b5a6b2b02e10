import type { Random } from "../domain/seed.ts";
import type { Palette } from "../domain/storyboard.ts";
import { clamp, mix, multiply, parseColour, type Rgb } from "./elements/colour.ts";

/** The four lights of the day that scenery knows how to stand in. */
export type Hour = "dawn" | "day" | "sunset" | "night";

/** The light of a scene: what the sky looks like and what it does to the things under it. */
export type Light = {
  /** The hour whose ways of lighting this palette shares. */
  palette: Hour;
  /** From the zenith to the horizon. */
  sky: Rgb[];
  /** The air far away: what distant things fade to. */
  haze: Rgb;
  /** The disc of the sun or moon, and the glow around it. */
  disc: Rgb;
  glow: Rgb;
  /** How strongly the glow fills the sky, 0..1. */
  glowing: number;
  cloudLit: Rgb;
  cloudShade: Rgb;
  /** The colour that lit and shaded faces are multiplied by. */
  lit: Rgb;
  shade: Rgb;
  /** The darkest near thing against the light. */
  silhouette: Rgb;
  /** How many of the stars are seen, 0..1. */
  stars: number;
  moon: boolean;
  /** Height of the sun above the horizon as parts of the sky: from, to. */
  elevation: readonly [number, number];
  /** Lit windows, 0..1. */
  lamps: number;
  /** How far all colours of things fade towards grey, 0..1. */
  muted?: number;
  /** What green leaves have turned to: those that are blue greens, those that are yellow greens. */
  leaves?: readonly [Rgb, Rgb];
};

type Tone = { sky: string; haze: string; glow: string; cloudLit: string; cloudShade: string };
type Base = Omit<Light, "palette" | "sky" | "haze" | "glow" | "cloudLit" | "cloudShade"> & { hour: Hour };

const rgb = parseColour;

const BASES: Record<Palette, Base> = {
  dawn: {
    hour: "dawn",
    disc: rgb("#fff6e0"),
    glowing: 0.75,
    lit: rgb("#ffdcc2"),
    shade: rgb("#8088b4"),
    silhouette: rgb("#22294a"),
    stars: 0.05,
    moon: false,
    elevation: [0.1, 0.3],
    lamps: 0.3,
  },
  day: {
    hour: "day",
    disc: rgb("#fffdf2"),
    glowing: 0.6,
    lit: rgb("#fff8e8"),
    shade: rgb("#8fb0d6"),
    silhouette: rgb("#17384a"),
    stars: 0,
    moon: false,
    elevation: [0.62, 0.82],
    lamps: 0,
  },
  sunset: {
    hour: "sunset",
    disc: rgb("#fff3c4"),
    glowing: 1,
    lit: rgb("#ffae78"),
    shade: rgb("#6a4a86"),
    silhouette: rgb("#1b1233"),
    stars: 0.12,
    moon: false,
    elevation: [0.06, 0.26],
    lamps: 0.55,
  },
  night: {
    hour: "night",
    disc: rgb("#f4f1dc"),
    glowing: 0.5,
    lit: rgb("#7f9bd6"),
    shade: rgb("#2c3a74"),
    silhouette: rgb("#060b20"),
    stars: 1,
    moon: true,
    elevation: [0.5, 0.8],
    lamps: 1,
  },
  misty: {
    hour: "day",
    disc: rgb("#fffdf4"),
    glowing: 0.55,
    lit: rgb("#f4efe6"),
    shade: rgb("#a4b0bf"),
    silhouette: rgb("#3c4a56"),
    stars: 0,
    moon: false,
    elevation: [0.36, 0.58],
    lamps: 0.4,
    muted: 0.5,
  },
  autumn: {
    hour: "dawn",
    disc: rgb("#fff8dc"),
    glowing: 0.85,
    lit: rgb("#ffe4bc"),
    shade: rgb("#a08288"),
    silhouette: rgb("#3a211c"),
    stars: 0,
    moon: false,
    elevation: [0.2, 0.4],
    lamps: 0.3,
    leaves: [rgb("#c24e26"), rgb("#e6a636")],
  },
};

const TONES: Record<Palette, Tone[]> = {
  dawn: [
    { sky: "#36568f #6f8bc4 #b9a9c9 #f3bfae #ffe0b4", haze: "#f7cdb4", glow: "#ffe2a8", cloudLit: "#ffe6cf", cloudShade: "#9a8fb8" },
    { sky: "#23527f #4f8aae #94bcc6 #ebd6b6 #ffe6ad", haze: "#ecd9ba", glow: "#fff0b8", cloudLit: "#fff0d2", cloudShade: "#7f9db4" },
    { sky: "#473d82 #7d68b0 #c58cbb #f7af9f #ffdba4", haze: "#f4b7aa", glow: "#ffd9a0", cloudLit: "#ffd3c4", cloudShade: "#8d6cac" },
  ],
  day: [
    { sky: "#1763bd #3489da #6db4ee #aedcf8 #e4f5fc", haze: "#c3e2f6", glow: "#fffbe0", cloudLit: "#ffffff", cloudShade: "#9dbbdc" },
    { sky: "#0c5aa6 #1f8ac8 #57bbdf #a2e0ec #e2f7ee", haze: "#bfe8ea", glow: "#fffde6", cloudLit: "#ffffff", cloudShade: "#8fbdd2" },
    { sky: "#2a70c8 #5a9fe2 #94c6f0 #cfe6f6 #fff1d6", haze: "#dfe6ea", glow: "#fff3c8", cloudLit: "#fffaf0", cloudShade: "#a3b8d8" },
  ],
  sunset: [
    { sky: "#24154f #64207a #bd3a77 #f4714b #ffc65c", haze: "#f58a58", glow: "#ffd27a", cloudLit: "#ff9d6e", cloudShade: "#6d2f7c" },
    { sky: "#1b1b4e #562a72 #a8446e #ec7a50 #ffd680", haze: "#ec8f62", glow: "#ffe08e", cloudLit: "#ffb07c", cloudShade: "#5c3474" },
    { sky: "#12385c #3d5c82 #a37480 #f0915c #ffd78e", haze: "#eda071", glow: "#ffe09a", cloudLit: "#ffba88", cloudShade: "#5d5a80" },
    { sky: "#3a1145 #8c2160 #d8455b #fb8450 #ffd06a", haze: "#f98c5c", glow: "#ffd886", cloudLit: "#ffae76", cloudShade: "#85305f" },
  ],
  night: [
    { sky: "#070d2e #0d1b4c #173268 #275088 #4679ab", haze: "#35619a", glow: "#a9c6f0", cloudLit: "#5c7fb8", cloudShade: "#14265a" },
    { sky: "#0b0828 #1a1148 #2f2069 #503a8c #7a5ca8", haze: "#5d4696", glow: "#c6b8f4", cloudLit: "#7d68b8", cloudShade: "#22164f" },
    { sky: "#04131f #07293d #0c4656 #1c6a78 #46958f", haze: "#2f7a84", glow: "#b4eadc", cloudLit: "#4b98a0", cloudShade: "#0a3344" },
  ],
  misty: [
    { sky: "#8193a4 #a0b0bb #bfcad0 #d8dfe0 #ecefeb", haze: "#d6dddf", glow: "#fffaee", cloudLit: "#f4f6f4", cloudShade: "#a6b2bc" },
    { sky: "#86978f #a6b4aa #c7cfc2 #dfe1d2 #f4f0df", haze: "#dadccf", glow: "#fff6dc", cloudLit: "#f7f5ea", cloudShade: "#a9b4a8" },
    { sky: "#8e8aa4 #aea8bb #cdc4cf #e2d8da #f5ebe3", haze: "#dcd3d8", glow: "#fff3e4", cloudLit: "#f8f1f0", cloudShade: "#b0a7b8" },
  ],
  autumn: [
    { sky: "#46687c #7f9798 #c2b890 #eccb8a #fde4a6", haze: "#e6c084", glow: "#ffeeb8", cloudLit: "#fff0d4", cloudShade: "#b39482" },
    { sky: "#5b6f78 #a09a88 #dcb47a #f2cf8c #fde6b2", haze: "#e6b678", glow: "#ffe8ac", cloudLit: "#ffe2b6", cloudShade: "#a5714d" },
    { sky: "#574a58 #8f7078 #c49676 #e9b676 #fcd796", haze: "#dfa678", glow: "#ffdf9c", cloudLit: "#ffe0ba", cloudShade: "#946e6c" },
  ],
};

/** The light of a palette; `random` picks one of its tones. */
export function lightOf(palette: Palette, random: Random): Light {
  const tones = TONES[palette];
  const tone = tones[Math.floor(random() * tones.length)]!;
  const { hour, ...base } = BASES[palette];
  return {
    ...base,
    palette: hour,
    sky: tone.sky.split(" ").map(rgb),
    haze: rgb(tone.haze),
    glow: rgb(tone.glow),
    cloudLit: rgb(tone.cloudLit),
    cloudShade: rgb(tone.cloudShade),
  };
}

/** A surface in this light at a distance: `depth` 1 is near, 0 as far as the eye sees; `facing` 1 towards the light, 0 away. */
export function surface(light: Light, colour: Rgb, depth: number, facing = 0.5): Rgb {
  const near = multiply(seasoned(light, colour), mix(light.shade, light.lit, facing));
  return mix(light.haze, near, 0.12 + 0.88 * depth);
}

const grey = (colour: Rgb): Rgb => {
  const level = 0.3 * colour[0] + 0.55 * colour[1] + 0.15 * colour[2];
  return [level, level, level];
};

/** What the season and the air make of a thing's own colour: leaves turn, fog takes the colour out. */
export function seasoned(light: Light, colour: Rgb): Rgb {
  const [red, green, blue] = colour;
  const leafy = light.leaves ? clamp((green - 0.5 * (red + blue)) / 26, 0, 1) : 0;
  const turned = leafy > 0 ? mix(colour, mix(...light.leaves!, clamp((1.7 * red) / green - 0.6, 0, 1)), 0.9 * leafy) : colour;
  return light.muted ? mix(turned, grey(turned), light.muted) : turned;
}
