import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { JobDetails } from "../../../client/answers.ts";
import { nowMs } from "../../live.ts";
import { CopyButton } from "../../parts/copy.tsx";
import { isOver, Status, statusLabel } from "../../parts/status.tsx";
import { sayDay, sayMoment, saySeconds, sayTime } from "../../say.ts";
import type { OpenJob } from "../../state/job.ts";
import { Actions } from "./actions.tsx";
import { secondsBetween } from "./progress.tsx";

/** What the job is called, where it stands, since when, and what can be done with it. */
export function Head({ job, details, title, priority }: { job: OpenJob; details: JobDetails; title: string; priority: number }) {
  const { status, waiting_for, created_at, started_at, finished_at } = details;
  const over = finished_at !== null && isOver(status);
  const waited = secondsBetween(created_at, started_at);
  return (
    <header class="job-head">
      <div class="job-name">
        <Title text={title} />
      </div>
      <Actions job={job} details={details} title={title} />
      <div class="job-facts">
        <Status status={status} waitingFor={waiting_for} pill />
        <span class="job-id">
          <code>{job.id}</code>
          <CopyButton text={job.id} label="Copy the job's id" />
        </span>
        <span>Priority {priority}</span>
        <span>
          Created <Moment at={created_at} />
        </span>
        {/* Room is kept for what will stand there, so that nothing moves when it comes. */}
        <span class={started_at ? undefined : "later"}>
          Started <Moment at={started_at ?? created_at} />
          {waited !== null && waited >= 0.5 && `, after ${saySeconds(waited)} in the queue`}
        </span>
        <span class={over ? undefined : "later"}>
          {statusLabel(over ? status : "completed")} <Moment at={finished_at ?? created_at} />
        </span>
      </div>
    </header>
  );
}

/** A heading of two lines at most, until more is asked for. */
function Title({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isWhole, setWhole] = useState(false);
  const [isLong, setLong] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight, clientHeight } = heading.current!;
    if (!isWhole) setLong(scrollHeight > clientHeight + 2);
  }, [text, isWhole]);
  return (
    <>
      <h1 ref={heading} dir="auto" data-whole={isWhole || undefined}>
        {text}
      </h1>
      {isLong && (
        <button type="button" class="more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "less" : "more"}
        </button>
      )}
    </>
  );
}

/** A time of today, or a day and a time. */
function Moment({ at }: { at: string }) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(nowMs.value).toDateString();
  return (
    <time dateTime={at} title={sayMoment(date)}>
      {isToday ? "" : `${sayDay(date, nowMs.value)}, `}
      {sayTime(date)}
    </time>
  );
}
