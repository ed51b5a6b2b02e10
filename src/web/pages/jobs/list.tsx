import { ArrowUp, RotateCw } from "lucide";
import { useEffect } from "preact/hooks";
import { KinoraApiError } from "../../../client/errors.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Problem } from "../../parts/states.tsx";
import { sayMany } from "../../say.ts";
import { failure, isCurrent, load, newer, order, pagination, showNewer } from "../../state/jobs.ts";
import { asked, change, clearFilters, isNarrowed, isNewestFirst } from "../../state/jobs-query.ts";
import { hasChosen } from "../../state/jobs-selection.ts";
import { sayError } from "../../state/toasts.ts";
import { Dock } from "./dock.tsx";
import { TableSkeleton } from "./skeleton.tsx";
import { Table } from "./table.tsx";

/** The list: what is there, what is wrong, or what will come. */
export function List() {
  const isKnown = pagination.value !== null;
  const wrong = failure.value;
  if (wrong !== null && (!isKnown || (isRefusal(wrong) && !isCurrent.value))) return <Wrong error={wrong} />;
  if (!isKnown)
    return (
      <div class="panel">
        <TableSkeleton />
      </div>
    );
  return (
    <div class="panel jobs-panel">
      {wrong !== null ? <Stale error={wrong} /> : <Newer />}
      {order.value.length > 0 ? <Table /> : <Nothing />}
      <Dock />
    </div>
  );
}

const isRefusal = (error: unknown): error is KinoraApiError => error instanceof KinoraApiError && error.status === 400;

/** The list cannot be had: what the server says, and what can be done. */
function Wrong({ error }: { error: unknown }) {
  if (!isRefusal(error)) return <Problem title="The jobs could not be loaded" error={error} onRetry={() => void load()} />;
  return (
    <Problem title="The filter in this address cannot be used">
      {error.faults.length === 0 && <p>{error.message}</p>}
      <ul>
        {error.faults.map(({ path, message }) => (
          <li key={path}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
      <div>
        <Button icon={RotateCw} onClick={startAgain}>
          Clear the filter
        </Button>
      </div>
    </Problem>
  );
}

const startAgain = (): void => change(Object.fromEntries(Object.keys(asked.peek()).map((name) => [name, undefined])));

/** The list is there, but could not be brought up to date. */
const Stale = ({ error }: { error: unknown }) => (
  <div class="jobs-above">
    <p class="jobs-stale" role="status">
      <span>
        {isCurrent.value ? "These jobs may have changed since." : "What you asked for could not be loaded."} {sayError(error)}
      </span>
      <Button dense icon={RotateCw} onClick={() => void load()}>
        Try again
      </Button>
    </p>
  </div>
);

/** Says that jobs have come, where they would move what someone works with. They come by themselves once nothing holds the list. */
function Newer() {
  const held = hasChosen();
  useEffect(() => {
    if (held) return;
    const look = () => newer.peek() > 0 && isNewestFirst(asked.peek()) && void load();
    look();
    const atTop = () => scrollY === 0 && look();
    addEventListener("scroll", atTop, { passive: true });
    return () => removeEventListener("scroll", atTop);
  }, [held]);
  if (newer.value === 0) return null;
  const show = () => {
    scrollTo({ top: 0, behavior: "instant" });
    if (isNewestFirst(asked.peek())) void showNewer();
    else change({ sort_by: undefined, sort_order: undefined, offset: undefined });
  };
  return (
    <div class="jobs-above">
      <Button dense icon={ArrowUp} onClick={show}>
        {sayMany(newer.value, "new job")}
      </Button>
    </div>
  );
}

/** Nothing to show: because of the filter, of the page, or because there is nothing at all. */
function Nothing() {
  const { total, offset } = pagination.value!;
  if (total > 0 && offset > 0)
    return (
      <Empty
        title="The list ends before this page"
        act={<Button onClick={() => change({ offset: undefined })}>Go to the first page</Button>}
      />
    );
  if (!isNarrowed(asked.value)) return <Empty title="There are no jobs" />;
  return (
    <Empty title="No jobs match" act={<Button onClick={clearFilters}>Clear filters</Button>}>
      <p>Nothing fits all of these filters together.</p>
    </Empty>
  );
}
