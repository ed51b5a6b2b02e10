import type { FrameSize } from "../../domain/frame.ts";

/** Pictures that belong together and stand in one line under their name, each with what it shows written below. */
export type SheetGroup<Picture> = { name: string; pictures: { picture: Picture; label: string; size: FrameSize }[] };

/** A part of the sheet under its own heading. */
export type SheetSection<Picture> = { heading: string; groups: SheetGroup<Picture>[] };

/** Words on the sheet: `x`, `y` is the left end of their baseline, in pixels. */
export type SheetText = { text: string; kind: "heading" | "name" | "label"; x: number; y: number };

/** A picture's place: `x`, `y` is its top left corner, both even. */
export type SheetPicture<Picture> = { picture: Picture; size: FrameSize; x: number; y: number };

/** Where everything stands on a sheet. */
export type SheetPlan<Picture> = { size: FrameSize; texts: SheetText[]; pictures: SheetPicture<Picture>[] };

const EDGE = 40;
/** Between pictures of a group, and between groups. */
const GAP = 8;
const GROUP_GAP = 24;
/** Heights of what is written, and its baselines from their tops. */
const [HEADING_HEIGHT, HEADING_BASE] = [104, 66];
const [NAME_HEIGHT, NAME_BASE] = [34, 20];
const [LABEL_HEIGHT, LABEL_BASE] = [26, 19];
const LINE_GAP = 14;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

function groupWidth<Picture>({ pictures }: SheetGroup<Picture>): number {
  return sum(pictures.map(({ size }) => size.width)) + GAP * (pictures.length - 1);
}

/** Groups in lines of at most a width; one that is wider by itself has a line of its own. */
function toLines<Picture>(groups: SheetGroup<Picture>[], width: number): SheetGroup<Picture>[][] {
  const lines: SheetGroup<Picture>[][] = [];
  let free = 0;
  for (const group of groups) {
    const wide = groupWidth(group);
    if (lines.length === 0 || wide > free) {
      lines.push([]);
      free = width;
    }
    lines.at(-1)!.push(group);
    free -= wide + GROUP_GAP;
  }
  return lines;
}

/** A line of groups from `top` down, put into `plan`; answers where it ends. */
function layOutLine<Picture>(line: SheetGroup<Picture>[], top: number, plan: SheetPlan<Picture>): number {
  const height = Math.max(...line.flatMap(({ pictures }) => pictures.map(({ size }) => size.height)));
  const pictureTop = top + NAME_HEIGHT;
  let left = EDGE;
  for (const { name, pictures } of line) {
    plan.texts.push({ text: name, kind: "name", x: left, y: top + NAME_BASE });
    for (const { picture, label, size } of pictures) {
      plan.pictures.push({ picture, size, x: left, y: pictureTop });
      plan.texts.push({ text: label, kind: "label", x: left, y: pictureTop + size.height + LABEL_BASE });
      left += size.width + GAP;
    }
    left += GROUP_GAP - GAP;
  }
  return pictureTop + height + LABEL_HEIGHT + LINE_GAP;
}

/** Lays a sheet out, `width` pixels wide (even), as high as it takes. Picture sizes are even; a line is as high as its highest picture. */
export function layOutSheet<Picture>(sections: SheetSection<Picture>[], width: number): SheetPlan<Picture> {
  const plan: SheetPlan<Picture> = { size: { width, height: 0 }, texts: [], pictures: [] };
  let top = 0;
  for (const { heading, groups } of sections) {
    plan.texts.push({ text: heading, kind: "heading", x: EDGE, y: top + HEADING_BASE });
    top += HEADING_HEIGHT;
    for (const line of toLines(groups, width - 2 * EDGE)) top = layOutLine(line, top, plan);
  }
  plan.size.height = top + EDGE;
  return plan;
}
