import { ArrowDown } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { copyText } from "../../parts/copy.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Problem } from "../../parts/states.tsx";
import { href } from "../../router.ts";
import { sayCount, sayMany } from "../../say.ts";
import type { Log } from "../../state/log.ts";
import { say } from "../../state/toasts.ts";
import { LogRows } from "./log-rows.tsx";
import { LogTools } from "./log-tools.tsx";

const NARROW = "(max-width: 640px)";

/** What a job has said: as it comes, from any line on, by level, and searched as a whole. */
export function LogPanel({ log }: { log: Log }) {
  const panel = useRef<HTMLElement>(null);
  const [wrap, setWrap] = useState(() => matchMedia(NARROW).matches);
  const total = log.summary.value?.total;
  useEffect(() => {
    if (log.marked.peek() !== null) panel.current?.scrollIntoView({ block: "center", behavior: "instant" });
  }, []);
  const copyLink = async (line: number) => {
    log.mark(line);
    const done = await copyText(`${location.origin}${href(`/jobs/${log.id}`)}#L${line}`);
    say(done ? "good" : "plain", done ? `The link to line ${line} is copied.` : `The link to line ${line} is in the address bar.`);
  };
  return (
    <section class="panel log" ref={panel} aria-labelledby="log-title" id="log">
      <div class="panel-head log-head">
        <h2 id="log-title">
          Log <small>{total !== undefined && sayMany(total, "line")}</small>
        </h2>
        <LogTools log={log} wrap={wrap} onWrap={setWrap} />
      </div>
      {log.fault.value !== undefined && <Problem title="The log could not be read" error={log.fault.value} onRetry={log.ask} />}
      <div class="log-frame">
        <LogRows log={log} wrap={wrap} onNumber={copyLink} />
        <Nothing log={log} />
        {!log.follow.value && log.unseen.value > 0 && log.level.value === "ALL" && (
          <button
            type="button"
            class="button log-new"
            data-dense
            onClick={() => {
              log.follow.value = true;
            }}
          >
            <Icon of={ArrowDown} size={14} />
            {sayMany(log.unseen.value, "new line")}
          </button>
        )}
      </div>
      <Announcer log={log} />
    </section>
  );
}

/** What stands in the place of lines where there are none. */
function Nothing({ log }: { log: Log }) {
  void log.version.value;
  if (log.count() > 0 || log.fault.value !== undefined || !log.summary.value) return null;
  if (log.isLooking()) return <p class="log-nothing">Looking through {sayCount(log.summary.value.total)} lines…</p>;
  return <p class="log-nothing">{log.level.value === "ALL" ? "Nothing has been said yet." : "There are no lines of this level."}</p>;
}

const TOLD_EVERY_MS = 5000;

/** Tells screen readers how many lines have come, now and then. */
function Announcer({ log }: { log: Log }) {
  const [text, setText] = useState("");
  useEffect(() => {
    let last = log.summary.peek()?.total ?? 0;
    const timer = setInterval(() => {
      const total = log.summary.peek()?.total ?? 0;
      if (total > last && last > 0) setText(`${sayMany(total - last, "new line")} in the log`);
      last = total;
    }, TOLD_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
