import { type Html, html } from "./html.ts";
import { sayCount } from "./say.ts";

/** One bar: what is stacked in it from below, by the name of its colour. */
export type Bar = { label: string; partial: boolean; parts: { kind: string; value: number }[] };

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [720, 190, 40, 8, 24];
const MOST_LABELS = 8;

/** Stacked bars as SVG without a style of its own; the table beside it says the same. `name` tells those who do not see it what it shows. */
export function barChart(bars: readonly Bar[], name: string): Html {
  const sums = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const top = niceTop(Math.max(0, ...sums));
  const y = (value: number) => round(HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / MOST_LABELS);
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Bar chart">
${[0, top / 2, top].map((value) => gridLine(y(value), value))}
${bars.map((bar, index) => barOf(bar, LEFT + index * step, step, y))}
${bars.map((bar, index) => (index % every === 0 ? tick(LEFT + (index + 0.5) * step, bar.label) : html``))}
</svg></div>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The least of 2, 4, 10, 20, 40, 100 … that is not below. */
function niceTop(most: number): number {
  for (let power = 1; ; power *= 10) for (const digit of [2, 4, 10]) if (digit * power >= most) return digit * power;
}

const gridLine = (y: number, value: number): Html =>
  html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${sayCount(value)}</text>`;

const tick = (x: number, label: string): Html => html`<text x="${round(x)}" y="${HEIGHT - 6}" text-anchor="middle">${label}</text>`;

function barOf({ parts, partial }: Bar, x: number, step: number, y: (value: number) => number): Html {
  let below = 0;
  const gap = Math.min(6, step * 0.25);
  const rects = parts.map(({ kind, value }) => {
    const [from, to] = [y(below), y(below + value)];
    below += value;
    if (value === 0) return html``;
    return html`<rect class="${kind}" x="${round(x + gap / 2)}" width="${round(step - gap)}" y="${to}" height="${round(from - to)}"/>`;
  });
  return html`<g${partial ? html` class="partial"` : null}>${rects}</g>`;
}
