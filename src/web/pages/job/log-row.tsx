import type { LogEntry } from "../../../client/answers.ts";
import { sayMoment, sayPreciseTime } from "../../say.ts";

type Props = {
  line: number;
  /** Undefined until it is there. */
  entry: LogEntry | undefined;
  /** Words to be pointed out, in lower case. */
  search: string;
  marked: boolean;
  wrap: boolean;
  /** The address of the line, and what a click on its number does. */
  href: string;
  onNumber: (line: number) => void;
};

const MOST_MARKS = 50;

/** A line of a log. */
export function LogRow({ line, entry, search, marked, wrap, href, onNumber }: Props) {
  const at = entry && new Date(entry.timestamp);
  return (
    <div class="log-row" data-level={entry?.level} data-marked={marked || undefined}>
      <a
        href={href}
        tabIndex={-1}
        title={`Copy the link to line ${line}`}
        onClick={(event) => {
          event.preventDefault();
          onNumber(line);
        }}
      >
        {line}
      </a>
      <time title={at && sayMoment(at)}>{at && sayPreciseTime(at)}</time>
      <b>{entry?.level}</b>
      <span class="log-stage">{entry?.stage ?? ""}</span>
      <span class="log-words" dir="auto">
        {entry ? pointOut(wrap ? entry.message : entry.message.replaceAll(/\r?\n/g, " ⏎ "), search) : "…"}
      </span>
    </div>
  );
}

/** A text with the words that were searched for marked in it. */
function pointOut(text: string, search: string) {
  if (!search) return text;
  const lower = text.toLowerCase();
  // Some letters change their length with their case: then places in one text are none in the other.
  if (lower.length !== text.length) return text;
  const parts = [];
  let from = 0;
  for (let at = lower.indexOf(search); at >= 0 && parts.length < MOST_MARKS * 2; at = lower.indexOf(search, from)) {
    parts.push(text.slice(from, at), <mark>{text.slice(at, at + search.length)}</mark>);
    from = at + search.length;
  }
  return [...parts, text.slice(from)];
}
