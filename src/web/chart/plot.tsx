import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type uPlot from "uplot";
import type { Brush } from "./brush.ts";
import { toOptions } from "./options.ts";
import { theme } from "./theme.ts";

/** A word below the chart. */
export type Tick = { at: number; label: string };

/** What a plot shows. Positions along the bottom are counted from 0. */
export type Chart = {
  positions: number;
  /** Room before the first position and after the last, in positions: a half where each is as wide as a bar. */
  margin: number;
  /** Words below a chart so many pixels wide. */
  ticks: (width: number) => Tick[];
  /** Values at which lines are drawn across; the first and the last bound the chart. */
  levels: number[];
  sayLevel: (value: number) => string;
  paint: (brush: Brush) => void;
  /** A position in words, for who cannot see it. */
  say: (at: number) => string;
  /** What stands beside the pointer. */
  tip: (at: number) => ComponentChildren;
  /** What a click, or Enter, on a position does. */
  open?: (at: number) => void;
};

type Props = {
  chart: Chart;
  label: string;
  /** Pixels, or as high as its place. */
  height?: number | "fill";
};

/** A chart on a canvas: as wide as its place, in the colours of the theme. The pointer and arrow keys walk along it and tell what is there. */
export function Plot({ chart, label, height = 216 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef(chart);
  latest.current = chart;
  const at = useSignal<number | null>(null);
  const failed = useSignal(false);
  useEffect(() => drawInto(box.current as HTMLElement, { plot, latest, at, failed }), []);
  useEffect(() => plot.current?.setData(toData(chart)), [chart]);
  useSignalEffect(() => {
    void theme.value;
    plot.current?.redraw(false, false);
  });
  const last = chart.positions - 1;
  const here = at.value === null ? null : Math.min(at.value, last);
  const show = (position: number | null) => pointAt(plot.current, position, at);
  return (
    <div
      class="plot"
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={here ?? last}
      aria-valuetext={chart.say(here ?? last)}
      data-opens={chart.open ? "" : undefined}
      style={{ height: height === "fill" ? "100%" : `${height}px` }}
      onKeyDown={(event) => walk(event, { here: here ?? last, last, show, open: chart.open })}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && show(here ?? last)}
      onBlur={() => show(null)}
      onClick={(event) => here !== null && (event.target as Element).closest(".u-over") && chart.open?.(here)}
    >
      {failed.value && <p class="quiet">The chart could not be loaded. Its table says the same.</p>}
      {here !== null && <Tip plot={plot.current} at={here} chart={chart} />}
    </div>
  );
}

function Tip({ plot, at, chart }: { plot: uPlot | undefined; at: number; chart: Chart }) {
  if (!plot) return null;
  const { left, width } = plot.bbox;
  const x = plot.valToPos(at, "x") + left / devicePixelRatio;
  const onLeft = x > (left + width) / devicePixelRatio - 190;
  return (
    <div
      class="plot-tip"
      aria-hidden="true"
      style={{ transform: `translateX(${Math.round(x)}px)${onLeft ? " translateX(calc(-100% - 20px))" : ""}` }}
    >
      {chart.tip(at)}
    </div>
  );
}

type Held = {
  plot: { current: uPlot | undefined };
  latest: { current: Chart };
  at: { value: number | null };
  failed: { value: boolean };
};

/** Once the place is seen: loads what draws, draws, and keeps to the size of the place. Returns what ends that. */
function drawInto(box: HTMLElement, { plot, latest, at, failed }: Held): () => void {
  let wanted = true;
  const size = () => ({ width: Math.max(160, box.clientWidth), height: box.clientHeight });
  const observer = new ResizeObserver(() => {
    const now = size();
    if (plot.current && (plot.current.width !== now.width || plot.current.height !== now.height)) plot.current.setSize(now);
  });
  const sight = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    void draw();
  });
  const draw = () =>
    import("uplot").then(
      ({ default: Drawn }) => {
        if (!wanted) return;
        const hear = (position: number | null) => {
          if (position !== at.value) at.value = position;
        };
        plot.current = new Drawn({ ...toOptions(() => latest.current, hear), ...size() }, toData(latest.current), box);
        observer.observe(box);
      },
      () => {
        failed.value = true;
      },
    );
  sight.observe(box);
  return () => {
    wanted = false;
    sight.disconnect();
    observer.disconnect();
    plot.current?.destroy();
    plot.current = undefined;
  };
}

/** The line of the cursor to a position, or away. */
function pointAt(plot: uPlot | undefined, position: number | null, at: { value: number | null }): void {
  at.value = position;
  if (position === null) plot?.setCursor({ left: -10, top: -10 }, false);
  else plot?.setCursor({ left: plot.valToPos(position, "x"), top: 10 }, false);
}

type Walk = { here: number; last: number; show: (at: number | null) => void; open: ((at: number) => void) | undefined };

function walk(event: KeyboardEvent, { here, last, show, open }: Walk): void {
  const page = Math.max(1, Math.round(last / 10));
  const to: Record<string, number> = {
    ArrowLeft: here - 1,
    ArrowDown: here - 1,
    ArrowRight: here + 1,
    ArrowUp: here + 1,
    PageDown: here - page,
    PageUp: here + page,
    Home: 0,
    End: last,
  };
  if (event.key in to) show(Math.min(last, Math.max(0, to[event.key] as number)));
  else if (event.key === "Enter" && open) open(here);
  else if (event.key === "Escape") show(null);
  else return;
  event.preventDefault();
}

/** Positions, and the bound that the scale begins with: everything else is painted by the chart itself. */
function toData({ positions, levels }: Chart): uPlot.AlignedData {
  const along = Array.from({ length: positions }, (_, at) => at);
  return [along, along.map(() => levels.at(-1) ?? 1)];
}
