import type { Random } from "../../domain/seed.ts";
import { between, pick } from "./stage.ts";

/** A window: its middle and size in frame pixels. */
export type Window = { x: number; y: number; width: number; height: number };

/** One building's parts as SVG paths, and where its windows are. */
export type Building = {
  body: string;
  side: string;
  roof: string;
  windows: Window[];
  beacon?: { x: number; y: number };
  left: number;
  right: number;
  top: number;
};

const rect = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(1)},${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}Z`;

type Block = { x: number; y: number; width: number; height: number };

/** The stacked blocks of a tower: plain, stepped back, or a slab with a crown. */
function towerBlocks(random: Random, x: number, ground: number, width: number, height: number): Block[] {
  const kind = random();
  const whole = { x, y: ground - height, width, height };
  if (kind < 0.34 || height < width * 1.3) return [whole];
  const steps = kind < 0.75 ? 2 + Math.floor(random() * 2) : 1;
  const blocks: Block[] = [{ ...whole, y: ground - height * 0.66, height: height * 0.66 }];
  let [left, span, top] = [x, width, ground - height * 0.66];
  for (let step = 0; step < steps; step++) {
    const narrower = span * between(random, 0.6, 0.82);
    left += (span - narrower) * pick(random, [0.5, 0.5, 0.2, 0.8]);
    const rise = (height * 0.34) / steps;
    blocks.push({ x: left, y: top - rise, width: narrower, height: rise + 1 });
    [span, top] = [narrower, top - rise];
  }
  return blocks;
}

/** What stands on a roof: a mast, a spire, a slant, a dome, tanks and air plants. */
function roofDetail(random: Random, top: Block, unit: number): { path: string; beacon?: { x: number; y: number } } {
  const middle = top.x + top.width / 2;
  const kind = random();
  if (kind < 0.24) {
    const tall = unit * between(random, 0.035, 0.1);
    const x = top.x + top.width * between(random, 0.3, 0.7);
    return {
      path:
        rect(x - unit * 0.0014, top.y - tall, unit * 0.0028, tall) + rect(x - unit * 0.006, top.y - tall * 0.25, unit * 0.012, tall * 0.25),
      beacon: { x, y: top.y - tall },
    };
  }
  if (kind < 0.36) {
    const tall = Math.min(unit * 0.11, top.width * between(random, 0.8, 1.4));
    return {
      path: `M${top.x.toFixed(1)},${top.y.toFixed(1)}L${middle.toFixed(1)},${(top.y - tall).toFixed(1)}L${(top.x + top.width).toFixed(1)},${top.y.toFixed(1)}Z${rect(middle - unit * 0.0012, top.y - tall * 1.35, unit * 0.0024, tall * 0.5)}`,
      beacon: { x: middle, y: top.y - tall * 1.35 },
    };
  }
  if (kind < 0.48) {
    const tall = top.width * between(random, 0.25, 0.55);
    const flip = random() < 0.5;
    return {
      path: `M${top.x.toFixed(1)},${(top.y + 1).toFixed(1)}V${(top.y - (flip ? tall : 0)).toFixed(1)}L${(top.x + top.width).toFixed(1)},${(top.y - (flip ? 0 : tall)).toFixed(1)}V${(top.y + 1).toFixed(1)}Z`,
    };
  }
  if (kind < 0.56) {
    const radius = top.width * 0.42;
    return {
      path: `M${(middle - radius).toFixed(1)},${(top.y + 1).toFixed(1)}A${radius.toFixed(1)},${(radius * 0.8).toFixed(1)} 0 0 1 ${(middle + radius).toFixed(1)},${(top.y + 1).toFixed(1)}Z${rect(middle - unit * 0.0015, top.y - radius * 1.2, unit * 0.003, radius * 0.5)}`,
    };
  }
  let path = "";
  for (let index = 0; index < 3; index++) {
    const width = top.width * between(random, 0.1, 0.26);
    const tall = unit * between(random, 0.006, 0.018);
    path += rect(top.x + random() * (top.width - width), top.y - tall, width, tall + 1);
  }
  return { path };
}

/** The windows of a block in regular rows, as bands or as single panes. */
function blockWindows(random: Random, block: Block, unit: number, pane: number): Window[] {
  const pitch = unit * pane * between(random, 0.85, 1.2);
  const [columns, rows] = [Math.floor((block.width - pitch * 0.7) / pitch), Math.floor((block.height - pitch) / (pitch * 1.25))];
  if (columns < 1 || rows < 1) return [];
  const margin = (block.width - columns * pitch) / 2;
  const size = { width: pitch * between(random, 0.42, 0.66), height: pitch * between(random, 0.5, 0.72) };
  const windows: Window[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      windows.push({
        x: block.x + margin + (column + 0.5) * pitch - size.width / 2,
        y: block.y + pitch * 0.7 + row * pitch * 1.25,
        ...size,
      });
    }
  }
  return windows;
}

/** A building on `ground` with its left edge at `x`; `lightSide` is -1 when the light comes from the left. `pane` is the pitch of the windows in parts of the short side. */
export function raiseBuilding(
  random: Random,
  x: number,
  ground: number,
  width: number,
  height: number,
  unit: number,
  pane: number,
  lightSide: number,
): Building {
  const blocks = towerBlocks(random, x, ground, width, height);
  const top = blocks[blocks.length - 1]!;
  const detail = roofDetail(random, top, unit);
  const edge = between(random, 0.16, 0.34);
  const side = blocks
    .map((block) => rect(lightSide < 0 ? block.x + block.width * (1 - edge) : block.x, block.y, block.width * edge, block.height))
    .join("");
  return {
    body: blocks.map((block) => rect(block.x, block.y, block.width, block.height)).join("") + detail.path,
    side,
    roof: blocks.map((block) => rect(block.x - unit * 0.0015, block.y - unit * 0.0012, block.width + unit * 0.003, unit * 0.0035)).join(""),
    windows: blocks.flatMap((block) => blockWindows(random, block, unit, pane)),
    ...(detail.beacon ? { beacon: detail.beacon } : {}),
    left: x,
    right: x + width,
    top: top.y,
  };
}

/** Windows as one path. */
export const windowsPath = (windows: Window[]): string =>
  windows.map((window) => rect(window.x, window.y, window.width, window.height)).join("");
