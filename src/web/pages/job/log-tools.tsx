import { ArrowDownToLine, ChevronDown, ChevronUp, Download, FileText, Search, WrapText } from "lucide";
import { Button, LinkButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Segments } from "../../parts/segments.tsx";
import { sayCount } from "../../say.ts";
import type { Level, Log } from "../../state/log.ts";

const LEVELS: { value: Level; label: string }[] = [
  { value: "ALL", label: "All" },
  { value: "INFO", label: "Info" },
  { value: "WARNING", label: "Warning" },
  { value: "ERROR", label: "Error" },
  { value: "DEBUG", label: "Debug" },
];

/** Search, levels and what else can be done with a log. */
export function LogTools({ log, wrap, onWrap }: { log: Log; wrap: boolean; onWrap: (wrap: boolean) => void }) {
  const levels = log.summary.value?.levels;
  const options = LEVELS.map(({ value, label }) => ({
    value,
    label: (
      <>
        {label}
        {value !== "ALL" && levels && <small> {sayCount(levels[value])}</small>}
      </>
    ),
  }));
  return (
    <div class="log-tools">
      <Find log={log} />
      <Segments label="Level" value={log.level.value} options={options} onChange={log.setLevel} />
      <Button
        dense
        icon={ArrowDownToLine}
        pressed={log.follow.value}
        class="log-follow"
        onClick={() => {
          log.follow.value = !log.follow.peek();
        }}
      >
        {log.follow.value ? "Following" : "Follow"}
      </Button>
      <Button kind="icon" dense icon={WrapText} label="Wrap long lines" pressed={wrap} onClick={() => onWrap(!wrap)} />
      <LinkButton kind="icon" dense icon={FileText} to={log.url({ inline: true })} away blank label="Raw text" />
      <LinkButton kind="icon" dense icon={Download} to={log.url()} away download label="Download the log" />
    </div>
  );
}

function Find({ log }: { log: Log }) {
  void log.version.value;
  const hits = log.hits();
  const step = (by: 1 | -1) => log.step(by);
  return (
    <search class="log-find">
      <Icon of={Search} size={14} />
      <input
        type="search"
        class="input"
        placeholder="Search the whole log"
        aria-label="Search the whole log"
        maxLength={200}
        value={log.words.value}
        onInput={(event) => log.setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span class="log-hits" role="status">
        {hits && (hits.failed ? "Not searched" : `${sayPlace(log)}${hits.done ? "" : "…"}`)}
      </span>
      <Button kind="icon" dense icon={ChevronUp} label="Match before" disabled={!hits?.lines.length} onClick={() => step(-1)} />
      <Button kind="icon" dense icon={ChevronDown} label="Next match" disabled={!hits?.lines.length} onClick={() => step(1)} />
    </search>
  );
}

/** Which match is marked, and how many there are: `3 of 128`. */
function sayPlace(log: Log): string {
  const lines = log.hits()?.lines ?? [];
  const all = `${sayCount(lines.length)}${log.isPartly() ? "+" : ""}`;
  const marked = log.marked.value;
  const at = marked === null ? -1 : log.hitIndex(marked);
  return at < 0 ? `${all} ${lines.length === 1 ? "match" : "matches"}` : `${sayCount(at + 1)} of ${all}`;
}
