import { JobStatus } from "../../domain/job-record.ts";
import type { Measured } from "../dialects/mcp/analytics-answers.ts";
import { type Bar, barChart } from "./chart.ts";
import { type Html, html } from "./html.ts";
import { NOTHING, sayBytes, sayCount, sayDays, sayMoment, sayMoney, sayMs, sayPercent, sayStart, sayTime } from "./say.ts";

/** What a report is made of: its name, what was measured, when it is read (s since 1970), which colours the reader prefers, and where the pages lie from here, with a slash at the end. */
export type Report = { name: string; measured: Measured; nowSec: number; theme: "system" | "light" | "dark"; root: string };

/** Buckets that have begun. */
const begun = <Row extends { start: string }>(rows: readonly Row[], nowSec: number): Row[] =>
  rows.filter(({ start }) => Date.parse(start) / 1000 <= nowSec);

type Spread = Measured["summary"]["render_time"];
type Cell = string | Html;

/** A report as a page of its own, to be read or printed. It has no script and asks for nothing but its stylesheet. */
export function reportPage({ name, measured, nowSec, theme, root }: Report): string {
  const [fromSec, toSec] = [Date.parse(measured.from) / 1000, Date.parse(measured.to) / 1000];
  const days = sayDays(fromSec, toSec);
  const isOver = toSec <= nowSec;
  return html`<!doctype html>
<html lang="en"${theme === "system" ? null : html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}, ${days} · Kinora</title>
<link rel="icon" href="${root}icon.svg">
<link rel="stylesheet" href="${root}report.css">
</head>
<body>
<header>
<p class="brand">Kinora</p>
<h1>${name}</h1>
<p>${days}${isOver ? "" : ", so far"}. Days begin at midnight UTC.</p>
</header>
<main>
${summary(measured)}
${outcomes(measured, nowSec)}
${queue(measured, nowSec)}
${spreads("Render time by length", "Length of the film, s", measured.render_time_by_length, ({ length }) => length)}
${spreads("Render time by style", "Style", measured.render_time_by_style, ({ style }) => sayWord(style))}
${spreads("Time in each status", "Status", measured.stage_time, ({ status }) => sayWord(status))}
${priorities(measured)}
${activity(measured)}
${cost(measured)}
${health(measured)}
</main>
<footer><p>Made ${sayMoment(nowSec)}.${measured.measured_since ? ` Measured since ${sayMoment(Date.parse(measured.measured_since) / 1000)}.` : ""}</p></footer>
</body>
</html>
`.html;
}

const NAMES: Record<string, string> = { lengths: "Lengths, s", tts_generation: "TTS generation", pending: "Waiting in the queue" };
const sayWord = (word: string): string => NAMES[word] ?? (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll("_", " ");

const section = (title: string, content: Html): Html => html`<section><h2>${title}</h2>
${content}</section>
`;
const empty = (text: string): Html => html`<p class="empty">${text}</p>`;

/** A table whose first column names its rows. */
function table(caption: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first!}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;
}

function figure(name: string, value: string, before: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd><dd class="before">${before === NOTHING ? "none before" : `${before} before`}</dd></div>
`;
}

function summary({ summary: { previous, render_time, previous_render_time, ...now } }: Measured): Html {
  return section(
    "Summary",
    html`<dl class="figures">
${figure("Jobs made", sayCount(now.created), sayCount(previous.created))}
${figure("Completed", sayCount(now.completed), sayCount(previous.completed))}
${figure("Failed", sayCount(now.failed), sayCount(previous.failed))}
${figure("Cancelled", sayCount(now.cancelled), sayCount(previous.cancelled))}
${figure("Success rate", sayPercent(now.success_rate), sayPercent(previous.success_rate))}
${figure("Average render time", sayTime(render_time.average), sayTime(previous_render_time.average))}
<div><dt>Average film</dt><dd>${sayTime(now.average_film_length)}</dd></div>
<div><dt>Scenes found ready</dt><dd>${sayPercent(now.cache_hit_rate)}</dd></div>
</dl>
<p class="note">“Before” is the stretch of equal length before this one. A job that is retried ends once more.</p>
`,
  );
}

const whenOf = ({ start, seconds, partial }: { start: string; seconds: number; partial: boolean }): string =>
  `${sayStart(start, seconds)}${partial ? " *" : ""}`;
const PARTIAL = html`<p class="note">* Not over yet, or nothing was measured in a part of it.</p>
`;
const noteOf = (buckets: readonly { partial: boolean }[]): Html => (buckets.some(({ partial }) => partial) ? PARTIAL : html``);
const columnOf = (buckets: readonly { seconds: number }[]): string => ((buckets[0]?.seconds ?? 0) >= 86_400 ? "Day" : "Hour");

function outcomes({ outcomes: found, summary: { completed, failed, cancelled } }: Measured, nowSec: number): Html {
  const bars = found.map(
    (row): Bar => ({
      label: sayStart(row.start, row.seconds),
      partial: row.partial,
      parts: (["completed", "failed", "cancelled"] as const).map((kind) => ({ kind, value: row[kind] })),
    }),
  );
  const name = `Jobs that ended: ${sayCount(completed)} completed, ${sayCount(failed)} failed, ${sayCount(cancelled)} cancelled`;
  const rows = begun(found, nowSec).map((row) => [whenOf(row), ...[row.created, row.completed, row.failed, row.cancelled].map(sayCount)]);
  return section(
    "What became of jobs",
    html`${barChart(bars, name)}
${legend(["completed", "failed", "cancelled"])}
${table("Jobs that were made and that ended", [columnOf(found), "Made", "Completed", "Failed", "Cancelled"], rows)}${noteOf(begun(found, nowSec))}`,
  );
}

const legend = (kinds: readonly string[]): Html =>
  html`<ul class="legend" aria-hidden="true">${kinds.map(
    (kind) => html`<li><svg viewBox="0 0 10 10"><rect class="${kind}" width="10" height="10"/></svg>${sayWord(kind)}</li>`,
  )}</ul>`;

function queue({ queue: { buckets, peak } }: Measured, nowSec: number): Html {
  const kinds = JobStatus.options.filter((status) => buckets.some(({ depth }) => depth[status]));
  if (kinds.length === 0) return section("Queue", empty("No job waited or ran."));
  const bars = buckets.map(
    (row): Bar => ({
      label: sayStart(row.start, row.seconds),
      partial: row.partial,
      parts: kinds.map((kind) => ({ kind, value: row.depth[kind] ?? 0 })),
    }),
  );
  const rows = begun(buckets, nowSec).map((row) => [
    whenOf(row),
    ...kinds.map((kind) => sayCount(row.depth[kind] ?? 0)),
    sayTime(row.oldest_waiting),
  ]);
  const name = `Jobs in each status when there were most${peak ? `; ${sayCount(peak.depth)} together at the most` : ""}`;
  return section(
    "Queue",
    html`${barChart(bars, name)}
${legend(kinds)}
${table("Jobs in each status when there were most", [columnOf(buckets), ...kinds.map(sayWord), "Longest wait"], rows)}${noteOf(begun(buckets, nowSec))}`,
  );
}

const SPREAD_COLUMNS = ["Jobs", "Average", "Shortest", "Half within", "95 % within", "Longest"];

function spreads<Row extends Spread>(title: string, column: string, rows: readonly Row[], nameOf: (row: Row) => string): Html {
  const filled = rows.filter(({ count }) => count > 0);
  if (filled.length === 0) return section(title, empty("No job was completed."));
  const cells = filled.map((row) => [
    nameOf(row),
    sayCount(row.count),
    ...[row.average, row.minimum, row.p50, row.p95, row.maximum].map((value) => sayTime(value)),
  ]);
  return section(title, table(title, [column, ...SPREAD_COLUMNS], cells));
}

function priorities({ success_by_priority: found }: Measured): Html {
  if (found.length === 0) return section("Success by priority", empty("There was no job."));
  const rows = found.map((row) => [
    String(row.priority),
    ...[row.created, row.completed, row.failed, row.cancelled].map((value) => sayCount(value)),
    sayPercent(row.success_rate),
  ]);
  return section(
    "Success by priority",
    table("Jobs by priority", ["Priority", "Made", "Completed", "Failed", "Cancelled", "Success rate"], rows),
  );
}

function activity({ activity: found }: Measured): Html {
  const parts = Object.entries(found).filter(([, ranked]) => ranked.length > 0);
  if (parts.length === 0) return section("Films that were made", empty("No film was completed."));
  const tables = parts.map(([of, ranked]) =>
    table(
      sayWord(of),
      [sayWord(of), "Films"],
      ranked.map(({ name, jobs }) => [of === "styles" ? sayWord(name) : html`<bdi>${name}</bdi>`, sayCount(jobs)]),
    ),
  );
  return section("Films that were made", html`<div class="pairs">${tables}</div>`);
}

function cost({ cost: found }: Measured): Html {
  const money = sayMoney(found.currency);
  const rows = [
    ["Computing", sayTime(found.compute_seconds), money(found.compute)],
    ["Films kept now", sayBytes(found.storage_bytes), money(found.storage)],
    ["Together", "", money(found.total)],
    ["One completed job, on average", "", money(found.per_job)],
    ["This month so far", "", money(found.month_to_date)],
    ["This month by its end", "", money(found.projection)],
  ];
  const note = found.total === null ? html`<p class="note">Rates are set in Settings, Preferences.</p>\n` : html``;
  return section("Cost", html`${table("What it took and costs", ["What", "Amount", `Cost, ${found.currency}`], rows)}${note}`);
}

function health({ health: found, oldest_waiting: oldest }: Measured): Html {
  const rows: Cell[][] = [
    ["Uptime", sayPercent(found.uptime)],
    ["Answers of the API", sayCount(found.requests)],
    ["Half answered within", sayMs(found.p50)],
    ["95 % answered within", sayMs(found.p95)],
    ["99 % answered within", sayMs(found.p99)],
    ["Slowest answer", sayMs(found.worst)],
    ["Answers with an error of the server", sayCount(found.server_errors)],
    ["Oldest waiting job, now", oldest ? html`${sayTime(oldest.seconds)}: <bdi>${clip(oldest.prompt)}</bdi>` : "none"],
  ];
  return section("Health", table("How the server did", ["What", "Figure"], rows));
}

const MOST_PROMPT = 120;
const clip = (text: string): string => {
  const signs = [...text];
  return signs.length <= MOST_PROMPT ? text : `${signs.slice(0, MOST_PROMPT).join("")}…`;
};
