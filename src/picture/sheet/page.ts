import type { Drawing } from "../layer.ts";
import type { TextStyle, Type } from "../text.ts";
import type { SheetPlan, SheetText } from "./layout.ts";

const PAPER = "#14161c";
const LETTERS: Record<SheetText["kind"], { em: number; weight: TextStyle["weight"]; colour: string }> = {
  heading: { em: 38, weight: "black", colour: "#ffffff" },
  name: { em: 22, weight: "bold", colour: "#ffd042" },
  label: { em: 16, weight: "medium", colour: "#b9c0cc" },
};

/** The sheet without its pictures: dark paper and all words, in the type of our captions. */
export function drawPage({ size: { width, height }, texts }: SheetPlan<unknown>, type: Type): Drawing {
  const words = texts.map(({ text, kind, x, y }) => {
    const { em, weight, colour } = LETTERS[kind];
    const paths = type.setLine([{ text }], { weight }).words.map((word) => word.path(x, y, em));
    return `<path d="${paths.join("")}" fill="${colour}"/>`;
  });
  const paper = `<rect width="${width}" height="${height}" fill="${PAPER}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paper}${words.join("")}</svg>`;
  return { svg, width, height };
}
