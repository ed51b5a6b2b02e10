import { Calendar, CircleDashed, SlidersHorizontal } from "lucide";
import { useState } from "preact/hooks";
import { nowMs } from "../../live.ts";
import { Button } from "../../parts/button.tsx";
import { lazy } from "../../parts/lazy.tsx";
import { statusLabel } from "../../parts/status.tsx";
import { sayDay, sayMany } from "../../say.ts";
import { pagination, summary } from "../../state/jobs.ts";
import { type Asked, asked, change, clearFilters, isNarrowed, isTab, statusesOf, TABS } from "../../state/jobs-query.ts";
import { Chip, Choice } from "./chip.tsx";
import { KINDS, PRIORITIES, STYLES } from "./facts.ts";
import { Search } from "./search.tsx";
import { SortChip } from "./sort-chip.tsx";

const DatesDialog = lazy(() => import("./dates-dialog.tsx").then(({ DatesDialog }) => DatesDialog));

const RANGES: Record<string, string> = { today: "Today", week: "Last 7 days", month: "Last 30 days" };

/** What narrows the list, each part by itself. */
export function Filters() {
  const [open, setOpen] = useState(false);
  const now = asked.value;
  const set = Object.keys(now).filter((name) => name !== "search" && name !== "limit" && name !== "offset").length;
  return (
    <div class="jobs-filters" data-open={open || undefined}>
      <Search />
      <Button
        class="jobs-more"
        kind="icon"
        icon={SlidersHorizontal}
        label={set > 0 ? `Filters, ${set} set` : "Filters"}
        pressed={open}
        onClick={() => setOpen(!open)}
      />
      <div class="jobs-chips">
        <StatusChip now={now} />
        <DateChip now={now} />
        <NameChip now={now} label="Kind" name="kind" names={KINDS} />
        <NameChip now={now} label="Priority" name="priority" names={PRIORITIES} />
        <NameChip now={now} label="Style" name="style" names={STYLES} />
        <SortChip />
        {isNarrowed(now) && (
          <Button kind="bare" dense onClick={clearFilters}>
            Clear filters
          </Button>
        )}
      </div>
      <span class="jobs-total quiet small">{sayTotal()}</span>
    </div>
  );
}

function sayTotal(): string {
  const [page, all] = [pagination.value, summary.value];
  if (!page || !all) return "";
  if (!isNarrowed(asked.value)) return sayMany(all.total_jobs, "job");
  return `${page.total.toLocaleString()}${page.total_is_exact ? "" : "+"} of ${sayMany(all.total_jobs, "job")}`;
}

/** Statuses that no tab stands for, such as those of a link. */
function StatusChip({ now }: { now: Asked }) {
  if (TABS.some(({ statuses }) => isTab(statuses, now))) return null;
  const value = statusesOf(now).map((status) => statusLabelOr(status));
  return (
    <Chip label="Status" icon={CircleDashed} value={value.join(", ")} onClear={() => change({ status: undefined })}>
      {TABS.map(({ label, statuses }) => (
        <Choice key={label} on={false} onChoose={() => change({ status: statuses.join(",") })}>
          {label}
        </Choice>
      ))}
    </Chip>
  );
}

// An address can name a status that there is not.
const statusLabelOr = (status: Parameters<typeof statusLabel>[0]): string => {
  try {
    return statusLabel(status);
  } catch {
    return status;
  }
};

type NameProps = { now: Asked; label: string; name: "kind" | "priority" | "style"; names: Record<string, string> };

function NameChip({ now, label, name, names }: NameProps) {
  const value = now[name];
  const word = value && (names[value] ?? (name === "priority" ? `Priority ${value}` : value));
  return (
    <Chip label={label} value={word} onClear={() => change({ [name]: undefined })}>
      {Object.entries(names)
        .filter(([each]) => each !== "noop" || value === "noop")
        .map(([each, words]) => (
          <Choice key={each} on={each === value} onChoose={() => change({ [name]: each })}>
            {words}
          </Choice>
        ))}
    </Chip>
  );
}

function DateChip({ now }: { now: Asked }) {
  const [asking, setAsking] = useState(false);
  const { date_range, from, to } = now;
  const none = { date_range: undefined, from: undefined, to: undefined };
  const range = date_range === "all" ? undefined : date_range && (RANGES[date_range] ?? date_range);
  return (
    <>
      <Chip label="Date" icon={Calendar} value={range ?? sayDates(from, to)} onClear={() => change(none)}>
        {Object.entries(RANGES).map(([each, words]) => (
          <Choice key={each} on={date_range === each} onChoose={() => change({ ...none, date_range: each })}>
            {words}
          </Choice>
        ))}
        <hr />
        <Choice on={Boolean(from || to)} onChoose={() => setAsking(true)}>
          From … to …
        </Choice>
      </Chip>
      {asking && <DatesDialog from={from} to={to} onClose={() => setAsking(false)} onDone={(dates) => change({ ...none, ...dates })} />}
    </>
  );
}

function sayDates(from: string | undefined, to: string | undefined): string | undefined {
  if (from && to) return `${sayDate(from)} – ${sayDate(to)}`;
  return from ? `Since ${sayDate(from)}` : to && `Until ${sayDate(to)}`;
}

/** A date as the address has it: days are meant in UTC, and shown as they are written. */
function sayDate(text: string): string {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);
  return Number.isNaN(at.getTime()) ? text : sayDay(at, nowMs.peek());
}
