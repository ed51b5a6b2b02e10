import { nowMs } from "../../live.ts";
import { Icon } from "../../parts/icon.tsx";
import { Skeleton } from "../../parts/states.tsx";
import { STATUSES, statusLabel } from "../../parts/status.tsx";
import { href } from "../../router.ts";
import { sayDay, sayMoment, saySeconds, sayShortTime } from "../../say.ts";
import { type Happening, happenings, titles, works } from "../../state/works.ts";

const SHOWN = 8;

/** What happened last, newest first. A row is a place: what stands in it changes, and nothing moves. */
export function Activity() {
  return (
    <section class="panel activity" aria-label="Activity">
      <header class="panel-head">
        <h2>Activity</h2>
      </header>
      <ol>
        {happenings.value.slice(0, SHOWN).map((happening, at) => (
          <Row key={at} happening={happening} />
        ))}
        {!works.value && <Skeleton height="100%" />}
      </ol>
    </section>
  );
}

function Row({ happening: { jobId, status, waitingFor, at, detail } }: { happening: Happening }) {
  const when = new Date(at);
  const isToday = new Date(nowMs.value).toDateString() === when.toDateString();
  return (
    <li data-status={status}>
      <Icon of={STATUSES[status].icon} />
      <a href={href(`/jobs/${jobId}`)}>
        <span class="cut">{sayHappening({ status, waitingFor, detail })}</span>
        <span class="cut quiet small" dir="auto">
          {titles.value.get(jobId) || jobId.slice(0, 8)}
        </span>
      </a>
      <time class="quiet small" dateTime={at} title={sayMoment(when)}>
        {isToday ? sayShortTime(when) : sayDay(when, nowMs.value)}
      </time>
    </li>
  );
}

function sayHappening({ status, waitingFor, detail }: Pick<Happening, "status" | "waitingFor" | "detail">): string {
  if (status === "completed") return detail ? `Completed in ${saySeconds(Number(detail))}` : "Completed";
  if (status === "failed") return detail ? `Failed: ${detail}` : "Failed";
  if (status === "cancelled") return "Cancelled";
  if (status === "pending") return waitingFor && waitingFor !== "slot" ? statusLabel(status, waitingFor) : "Joined the queue";
  return `${STATUSES[status].label} began`;
}
