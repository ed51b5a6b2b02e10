import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { href } from "../../router.ts";
import type { Log } from "../../state/log.ts";
import { LogRow } from "./log-row.tsx";
import { atOfRow, endOf, placeRows, ROW, realEnd, toAt, toTop } from "./log-scroll.ts";

type Props = { log: Log; wrap: boolean; onNumber: (line: number) => void };

/**
 * The lines in sight, and no others. The window stays where it is while the box behind it is scrolled: what it shows is drawn within the same
 * frame, so that it is never blank. At the end it follows what comes; scrolling up ends that.
 */
export function LogRows({ log, wrap, onNumber }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useRef(0);
  const [at, setAt] = useState(0);
  const [view, setView] = useState(0);
  void log.version.value;
  const follows = log.follow.value;
  const extent = { rows: log.count(), view };
  const here = follows ? endOf(extent) : Math.min(at, endOf(extent));
  const { from, to, point, y } = placeRows(here, extent, wrap);
  const wanted = log.wanted.value;

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setView(Math.floor(entry!.contentRect.height)));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (!wanted || view === 0 || extent.rows === 0) return;
    setAt(atOfRow(log.rowOf(wanted.line), extent));
    if (!log.isLooking()) log.wanted.value = null;
  }, [wanted, view, extent.rows]);

  useLayoutEffect(() => {
    const top = toTop(here, extent);
    if (Math.abs(top - scrolled.current) >= 1) {
      box.current!.scrollTop = top;
      scrolled.current = box.current!.scrollTop;
    }
    if (follows) {
      if (here !== at) setAt(here);
      log.unseen.value = 0;
    }
  });

  useLayoutEffect(() => {
    const rows = list.current!;
    rows.style.transform = `translateY(${wrap ? y - heightBefore(rows, point - from) : y - (point - from) * ROW}px)`;
  });

  useEffect(() => {
    if (to >= from && view > 0) log.need(from, to);
  });

  const onScroll = () => {
    const top = box.current!.scrollTop;
    // Another size moves it as well: then it goes back to where it was.
    if (Math.floor(box.current!.clientHeight) !== view) {
      scrolled.current = top;
      return;
    }
    if (Math.abs(top - scrolled.current) < 1) return;
    const isUp = top < scrolled.current;
    scrolled.current = top;
    const next = toAt(top, extent);
    if (isUp) log.follow.value = false;
    else if (next >= endOf(extent) - 2) log.follow.value = true;
    setAt(next);
  };

  const search = log.words.value.trim().toLowerCase();
  const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return (
    <div
      ref={box}
      class="log-box"
      data-wrap={wrap || undefined}
      role="log"
      aria-live="off"
      aria-label="Lines of the log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
      tabIndex={0}
      onScroll={onScroll}
    >
      <div class="log-view" style={{ height: `${view}px` }}>
        <div ref={list}>
          {shown.map((row) => {
            const line = log.lineOf(row);
            return (
              <LogRow
                key={line}
                line={line}
                entry={log.entry(row)}
                search={search}
                marked={log.marked.value === line}
                wrap={wrap}
                href={href(`/jobs/${log.id}#L${line}`)}
                onNumber={onNumber}
              />
            );
          })}
        </div>
      </div>
      <div style={{ height: `${realEnd(extent)}px` }} />
    </div>
  );
}

/** How high so many rows are as they are drawn, the last of them in part, px. */
function heightBefore(list: HTMLElement, rows: number): number {
  const row = list.children[Math.min(Math.floor(rows), list.children.length - 1)] as HTMLElement | undefined;
  if (!row) return 0;
  const part = Math.min(1, rows - [...list.children].indexOf(row));
  return row.offsetTop - list.offsetTop + part * row.offsetHeight;
}
