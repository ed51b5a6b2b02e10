import type uPlot from "uplot";
import type { Chart } from "./plot.tsx";
import { colour } from "./theme.ts";

const FONT = "11px system-ui, sans-serif";
const BELOW = 26;
const RIGHT = 18;
const TOP = 10;
const CHARACTER = 6.6;

/** How a chart is set up. Everything is read from the newest chart whenever it is drawn; `hear` is told the position under the pointer. */
export function toOptions(read: () => Chart, hear: (position: number | null) => void): Omit<uPlot.Options, "width" | "height"> {
  return {
    padding: [TOP, RIGHT, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: false, y: false, setScale: false },
      move: (plot, left, top) => [left < 0 ? left : plot.valToPos(plot.posToIdx(left), "x"), top],
    },
    scales: {
      x: { time: false, range: () => alongOf(read()) },
      y: { range: () => [read().levels[0] ?? 0, read().levels.at(-1) ?? 1] },
    },
    series: [{}, { paths: () => null, points: { show: false } }],
    axes: [alongAxis(read), upAxis(read)],
    hooks: { draw: [(plot) => paint(plot, read())], setCursor: [(plot) => hear(placeOf(plot))] },
  };
}

const placeOf = (plot: uPlot): number | null => ((plot.cursor.left ?? -1) < 0 ? null : (plot.cursor.idx ?? null));

function alongOf({ positions, margin }: Chart): [number, number] {
  const last = positions - 1 + margin;
  return [-margin, last > -margin ? last : 1];
}

function alongAxis(read: () => Chart): uPlot.Axis {
  const ticks = (plot: uPlot) => read().ticks(plot.bbox.width / devicePixelRatio);
  return {
    size: BELOW,
    gap: 7,
    font: FONT,
    stroke: () => colour("text3"),
    grid: { show: false },
    ticks: { show: false },
    splits: (plot) => ticks(plot).map(({ at }) => at),
    values: (plot) => ticks(plot).map(({ label }) => label),
  };
}

function upAxis(read: () => Chart): uPlot.Axis {
  const labels = () => read().levels.map((level) => read().sayLevel(level));
  return {
    size: () => Math.ceil(Math.max(2, ...labels().map(({ length }) => length)) * CHARACTER) + 10,
    gap: 8,
    font: FONT,
    stroke: () => colour("text3"),
    grid: { stroke: () => colour("line"), width: 1 },
    ticks: { show: false },
    splits: () => read().levels,
    values: labels,
  };
}

function paint(plot: uPlot, chart: Chart): void {
  const { ctx: context, bbox } = plot;
  context.save();
  chart.paint({
    context,
    scale: devicePixelRatio,
    x: (position) => plot.valToPos(position, "x", true),
    y: (value) => plot.valToPos(value, "y", true),
    ...bbox,
  });
  context.restore();
}
