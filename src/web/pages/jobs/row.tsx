import { useComputed } from "@preact/signals";
import type { ListedJob } from "../../../client/answers.ts";
import { Status } from "../../parts/status.tsx";
import { Still } from "../../parts/still.tsx";
import { When } from "../../parts/when.tsx";
import { href } from "../../router.ts";
import { jobOf } from "../../state/jobs.ts";
import { nameOf } from "../../state/jobs-actions.ts";
import { type Column, columns } from "../../state/jobs-columns.ts";
import { isChosen, toggle } from "../../state/jobs-selection.ts";
import { KINDS, PRIORITIES, STYLES, sayLength } from "./facts.ts";
import { ProgressCell } from "./progress-cell.tsx";
import { CELL, ROW } from "./roles.ts";
import { RowActions } from "./row-actions.tsx";

/** A job of the list. */
export function Row({ id }: { id: string }) {
  const chosen = useComputed(() => isChosen(id)).value;
  const job = jobOf(id)?.value;
  if (!job) return null;
  const name = nameOf(job);
  return (
    <tr {...ROW} data-id={id} data-on={chosen || undefined} onClick={followRow}>
      <td {...CELL} class="jobs-check">
        <label onMouseDown={(event) => event.shiftKey && event.preventDefault()}>
          <input
            type="checkbox"
            class="check"
            checked={chosen}
            aria-label={`Select ${[...name].slice(0, 80).join("")}`}
            onClick={(event) => toggle(id, { range: event.shiftKey })}
          />
        </label>
      </td>
      <td {...CELL} class="jobs-still">
        <Still url={job.thumbnail_url} />
      </td>
      <td {...CELL} class="jobs-prompt">
        <a href={href(`/jobs/${id}`)} dir="auto" title={job.prompt}>
          {name}
        </a>
      </td>
      {columns.value.includes("id") && (
        <td {...CELL} class="jobs-id">
          <code title={id}>{id.slice(0, 13)}…</code>
        </td>
      )}
      <td {...CELL} class="jobs-status">
        <Status status={job.status} waitingFor={job.waiting_for} />
      </td>
      <td {...CELL} class="jobs-how">
        <ProgressCell job={job} />
      </td>
      {columns.value.map(
        (column) =>
          column !== "id" && (
            <td key={column} {...CELL} class={`jobs-${column}`}>
              <Fact column={column} job={job} />
            </td>
          ),
      )}
      <td {...CELL} class="jobs-do">
        <RowActions job={job} />
      </td>
    </tr>
  );
}

function Fact({ column, job }: { column: Exclude<Column, "id">; job: ListedJob }) {
  switch (column) {
    case "length":
      return <>{sayLength(job)}</>;
    case "style":
      return <>{job.kind === "analyze" ? "Analyze" : job.style ? (STYLES[job.style] ?? job.style) : "–"}</>;
    case "kind":
      return <>{KINDS[job.kind] ?? job.kind}</>;
    case "priority":
      return <>{PRIORITIES[job.priority] ?? job.priority}</>;
    case "created":
      return <When at={job.created_at} />;
    case "updated":
      return <When at={job.updated_at} />;
  }
}

/** A click beside the link counts as one on it, with the keys that are held; not where something else is pressed, or text was selected. */
function followRow(event: MouseEvent): void {
  const target = event.target as Element;
  const row = event.currentTarget as HTMLElement;
  if (target.closest("a, button, label, input, .menu") || getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  row.querySelector("a")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
