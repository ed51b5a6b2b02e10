import type { Palette } from "../../../domain/storyboard.ts";
import { parseColour, type Rgb } from "../../elements/colour.ts";

/** The colours of one scene: the ground from its bright middle to its edges, the darkest tone (rims, shadows), what stands out, confetti. */
export type Colours = { ground: Rgb[]; deep: Rgb; accent: Rgb; confetti: Rgb[] };

/** Ground from middle to edge, deep tone, accent, second colour of the confetti. Palettes that are not here have the colours of the day. */
const SCHEMES: { [palette: string]: string[] | undefined; day: string[] } = {
  dawn: [
    "#ffc06b #ff8d6b #f2567f #b83280 | #4a1040 #fff2a8 #ffd3e0",
    "#ffd17a #ff9f7a #e86f98 #9a4bb0 | #3c1450 #fff6c2 #c8f4ff",
    "#a6ecd8 #5cc8c8 #3a8fc4 #4a56b0 | #142a5a #ffe68a #ffd0d8",
    "#d6b4ff #a884f4 #7a66e0 #4a48b4 | #1c1654 #fff0a0 #ffd6ec",
  ],
  day: [
    "#7fe3ff #2fb4f6 #2377e8 #3146c8 | #0c1e66 #ffe64a #c6fff2",
    "#ffe070 #ffb92e #ff8a1f #ea5a1a | #5a1c06 #fffbd6 #fff0a0",
    "#a8f0a0 #3fcf8e #12a594 #0b6e8c | #06384a #fff07a #e2ffd0",
    "#ffb3d2 #ff77ad #ee4a8f #b02c92 | #4a0c46 #fff3a0 #ffe2f0",
  ],
  sunset: [
    "#ffb65c #ff8a3c #f4512c #b8243a | #520a24 #ffe66a #ffd9b0",
    "#ff9f80 #ff5f7e #d8347f #7a2390 | #3a0a4a #ffe27a #ffc8de",
    "#ffc85a #ff9440 #e8585a #8c2f86 | #3e0c4e #fff0a0 #ffd6c0",
    "#c79bff #9a5cf0 #6a38c8 #a0307c | #2a0a52 #ffd87a #ffc8e4",
  ],
  autumn: [
    "#ffc568 #f59a3a #d9602a #8e2f2c | #3e1010 #ffe88a #ffd8a8",
    "#f7d774 #e0a030 #b8692a #6a3a2e | #341a10 #fff2b0 #ffcf9a",
    "#ff9d7a #e2624a #b0384a #602048 | #300a24 #ffe07a #ffd4b8",
  ],
  misty: [
    "#bfe3ea #86bfd2 #5a8fb4 #46608c | #16263e #fff0a8 #e4f6fa",
    "#d3d6f4 #a0a6de #7478bc #4c4e8a | #1a1c42 #ffeaa0 #eceeff",
    "#c4ecd6 #86c9ac #4f9a8c #34666e | #0f2c34 #fff0a0 #e6fbf0",
  ],
  night: [
    "#c084fc #9340f0 #6a24d4 #3a1796 | #1c0852 #ffe45c #d8c2ff",
    "#7fa8ff #4a6cf4 #3440d2 #22208e | #0c0d4e #ffe070 #bfe0ff",
    "#5ee0d0 #1fa6b4 #14708f #163a6c | #061f40 #fff07a #c2fff0",
    "#ff8ad0 #c84ae0 #7a2ccf #3b1a8c | #20084e #ffe86a #ffd0f2",
  ],
};

/** Colours that go together, for a palette; those of the next number are others. */
export function coloursOf(palette: Palette, number: number): Colours {
  const schemes = SCHEMES[palette] ?? SCHEMES.day;
  const [ground = "", rest = ""] = schemes[number % schemes.length]!.split(" | ");
  const [deep, accent, second] = rest.split(" ").map(parseColour) as [Rgb, Rgb, Rgb];
  return { ground: ground.split(" ").map(parseColour), deep, accent, confetti: [parseColour("#ffffff"), accent, second] };
}
