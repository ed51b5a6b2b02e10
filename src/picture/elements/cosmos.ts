import type { Random } from "../../domain/seed.ts";
import type { Palette } from "../../domain/storyboard.ts";
import { parseColour, type Rgb } from "./colour.ts";
import { pick } from "./stage.ts";

type Cosmos = { deep: string; clouds: string[]; star: string; worlds: string[][] };

/** The colours of space under each palette, in some variants. */
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
  misty: [
    {
      deep: "#1c2734",
      clouds: ["#4f6478", "#8fa6b0", "#dfe8e4"],
      star: "#fffaee",
      worlds: [
        ["#4a5a66", "#8a9ca4", "#c8d2d2", "#f4f4ee"],
        ["#5f5a66", "#9f98a0", "#dcd6d6"],
      ],
    },
    {
      deep: "#262436",
      clouds: ["#5f5a78", "#a598b0", "#efe4e0"],
      star: "#fff3e4",
      worlds: [
        ["#564f66", "#9a8fa4", "#d4c8d0", "#f8f0ee"],
        ["#4f5c5a", "#93a39c", "#d6ddd2"],
      ],
    },
  ],
  autumn: [
    {
      deep: "#241410",
      clouds: ["#6a2f1c", "#c8702c", "#f4c46a"],
      star: "#ffe8ac",
      worlds: [
        ["#4a2a1c", "#a85a2c", "#d89a4a", "#f8e0a8"],
        ["#4a4438", "#948468", "#dcc898"],
      ],
    },
    {
      deep: "#1f1a1c",
      clouds: ["#4f3a44", "#b0603f", "#f0b868"],
      star: "#ffdf9c",
      worlds: [
        ["#3a3038", "#8a5a48", "#cf9a60", "#f4dcae"],
        ["#5a3a24", "#b07a44", "#e8c88c"],
      ],
    },
  ],
};

/** The colours of one picture of space. */
export type Tones = { deep: Rgb; clouds: Rgb[]; star: Rgb; worlds: Rgb[][] };

/** Picks the colours of a picture of space. */
export function tonesOf(palette: Palette, random: Random): Tones {
  const cosmos = pick(random, COSMOS[palette]);
  return {
    deep: parseColour(cosmos.deep),
    clouds: cosmos.clouds.map(parseColour),
    star: parseColour(cosmos.star),
    worlds: cosmos.worlds.map((world) => world.map(parseColour)),
  };
}
