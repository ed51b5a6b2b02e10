import { ArrowDown, ArrowUp } from "lucide";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../parts/icon.tsx";
import { isCurrent, order } from "../../state/jobs.ts";
import { COLUMNS, columns } from "../../state/jobs-columns.ts";
import { asked, type SortKey, sortBy } from "../../state/jobs-query.ts";
import { choosePage, chosen, isChosen } from "../../state/jobs-selection.ts";
import { useCursor } from "./cursor.ts";
import { GROUP, HEAD, ROW, TABLE } from "./roles.ts";
import { Row } from "./row.tsx";
import { slideDown } from "./slide.ts";

/** The jobs. */
export function Table() {
  const body = useRef<HTMLTableSectionElement>(null);
  const ids = order.value;
  const before = useRef(ids);
  const { onFocusIn } = useCursor(body);
  useLayoutEffect(() => {
    if (body.current) slideDown(body.current, before.current, ids);
    before.current = ids;
  }, [ids]);
  return (
    <table {...TABLE} class="jobs-table" aria-label="Jobs" aria-busy={!isCurrent.value}>
      <TableHead />
      <tbody {...GROUP} ref={body} onFocusIn={onFocusIn}>
        {ids.map((id) => (
          <Row key={id} id={id} />
        ))}
      </tbody>
    </table>
  );
}

/** What the columns are called, by which some of them sort. */
export function TableHead() {
  return (
    <thead {...GROUP}>
      <tr {...ROW}>
        <th {...HEAD} class="jobs-check">
          <PageCheck />
        </th>
        <th {...HEAD} class="jobs-still">
          <span class="unseen">Picture</span>
        </th>
        <th {...HEAD} class="jobs-prompt">
          Prompt
        </th>
        {columns.value.includes("id") && (
          <th {...HEAD} class="jobs-id">
            ID
          </th>
        )}
        <th {...HEAD} class="jobs-status">
          Status
        </th>
        <Sorting sorts="progress" name="how">
          Progress
        </Sorting>
        {columns.value.map(
          (column) =>
            column !== "id" && (
              <Sorting key={column} sorts={COLUMNS[column].sorts} name={column}>
                {COLUMNS[column].label}
              </Sorting>
            ),
        )}
        <th {...HEAD} class="jobs-do">
          <span class="unseen">Actions</span>
        </th>
      </tr>
    </thead>
  );
}

function PageCheck() {
  const ids = order.value;
  const count = ids.filter(isChosen).length;
  const isWhole = ids.length > 0 && count === ids.length;
  return (
    <label>
      <input
        type="checkbox"
        class="check"
        aria-label="Select this page"
        checked={isWhole || chosen.value.all}
        indeterminate={count > 0 && !isWhole}
        disabled={ids.length === 0}
        onClick={() => choosePage(!isWhole)}
      />
    </label>
  );
}

function Sorting({ sorts, name, children }: { sorts: SortKey | undefined; name: string; children: ComponentChildren }) {
  const { sort_by = "created_at", sort_order = "desc" } = asked.value;
  const here = sorts !== undefined && sort_by === sorts;
  if (!sorts)
    return (
      <th {...HEAD} class={`jobs-${name}`}>
        {children}
      </th>
    );
  return (
    <th {...HEAD} class={`jobs-${name}`} aria-sort={here ? (sort_order === "asc" ? "ascending" : "descending") : "none"}>
      <button type="button" onClick={() => sortBy(sorts)}>
        {children}
        {here && <Icon of={sort_order === "asc" ? ArrowUp : ArrowDown} size={12} stroke={2} />}
      </button>
    </th>
  );
}
