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
  const waited = secondsBetween(created_at, started_at);
  return (
    <header class="job-head">
      <div class="job-name">
        <Title text={title} />
        <div class="job-facts">
          <Status status={status} waitingFor={waiting_for} pill />
          <span class="job-id">
            <code>{job.id}</code>
            <CopyButton text={job.id} label="Copy the job's id" />
          </span>
          <span>
            Created <Moment at={created_at} />
          </span>
          {started_at && (
            <span>
              Started <Moment at={started_at} />
              {waited !== null && waited >= 0.5 && `, after ${saySeconds(waited)} in the queue`}
            </span>
          )}
          {finished_at && isOver(status) && (
            <span>
              {statusLabel(status)} <Moment at={finished_at} />
            </span>
          )}
          <span>Priority {priority}</span>
        </div>
      </div>
      <Actions job={job} details={details} title={title} />
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
