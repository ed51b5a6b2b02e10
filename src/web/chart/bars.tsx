import { useEffect, useRef, useState } from "preact/hooks";
import type { Bucket } from "../../client/analytics.ts";
import { sayCount, sayMany } from "../say.ts";
import { type Layer, totalsOf } from "./layer.ts";
import { levelsTo } from "./levels.ts";
import { Marks } from "./marks.tsx";
import { sayBucket, timeTicks } from "./time.ts";

type Props = {
  buckets: readonly Bucket[];
  layers: readonly Layer[];
  label: string;
  /** What is counted, such as `job`. */
  noun: string;
  /** Where a bar leads. */
  hrefOf: (bucket: Bucket) => string;
};

/** Bars, one a bucket, of layers on top of each other. Each is a link: arrow keys go from one to the next, and what it says is read out. */
export function Bars({ buckets, layers, label, noun, hrefOf }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  const width = useWidth(box);
  const [chosen, setChosen] = useState<number | null>(null);
  const last = buckets.length - 1;
  const here = Math.min(chosen ?? last, last);
  const totals = totalsOf(layers, buckets.length);
  const levels = levelsTo(Math.max(0, ...totals), { whole: true });
  const most = levels.at(-1)!;
  const ticks = new Map(timeTicks(buckets, width).map(({ at, label: word }) => [at, word]));
  const say = (at: number) =>
    `${sayBucket(buckets[at]!)}: ${sayMany(totals[at]!, noun)}, ${layers.map(({ name, values }) => `${values[at]} ${name.toLowerCase()}`).join(", ")}`;
  return (
    <div class="bars">
      <div class="bars-levels" aria-hidden="true" style={{ minWidth: `${sayCount(most).length}ch` }}>
        {levels.map((level) => (
          <span key={level} style={{ bottom: `${(level / most) * 100}%` }}>
            {sayCount(level)}
          </span>
        ))}
      </div>
      <fieldset class="bars-plot" ref={box} aria-label={label} onKeyDown={(event) => walk(event, here, last)}>
        {levels.map((level) => (
          <s key={level} style={{ bottom: `${(level / most) * 100}%` }} />
        ))}
        {buckets.map((bucket, at) => (
          <a
            key={bucket.start}
            href={hrefOf(bucket)}
            tabIndex={at === here ? 0 : -1}
            data-partial={bucket.partial || undefined}
            data-side={at > last / 2 ? "left" : "right"}
            onFocus={() => setChosen(at)}
          >
            <span class="unseen">{say(at)}</span>
            <span class="bars-bar" style={{ height: `${(totals[at]! / most) * 100}%` }}>
              {layers.map(({ name, token, values }) => (
                <i
                  key={name}
                  style={{ flexGrow: String(values[at] ?? 0), "--ink": `var(--${token})` }}
                  data-none={!values[at] || undefined}
                />
              ))}
            </span>
            {ticks.has(at) && (
              <span class="bars-tick" aria-hidden="true">
                {ticks.get(at)}
              </span>
            )}
            <span class="bars-tip" aria-hidden="true">
              <Marks
                title={sayBucket(bucket)}
                marks={layers.map(({ name, token, values }) => ({ name, token, value: sayCount(values[at] ?? 0) }))}
              />
            </span>
          </a>
        ))}
      </fieldset>
    </div>
  );
}

const USUAL_WIDTH = 600;

/** How wide an element is, px, kept up to date. */
function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

function walk(event: KeyboardEvent, here: number, last: number): void {
  const to: Record<string, number> = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: last };
  if (!(event.key in to)) return;
  event.preventDefault();
  const bars = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("a");
  bars[Math.min(last, Math.max(0, to[event.key]!))]?.focus();
}
