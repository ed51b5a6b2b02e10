import type { Attempt } from "../../../client/queue.ts";
import { Icon } from "../../parts/icon.tsx";
import { STATUSES } from "../../parts/status.tsx";
import { saySeconds, sayTime } from "../../say.ts";
import { buildTimeline, type TimeRow } from "./timeline-rows.ts";

type Props = { attempt: Attempt; nowMs: number; remainingSec: number | null };

/** When a job waited and what it did when, a row a status. */
export function TimeLine({ attempt, nowMs, remainingSec }: Props) {
  const { rows, ticks } = buildTimeline(attempt, nowMs, remainingSec);
  return (
    <>
      <div class="timeline" aria-hidden="true">
        {rows.map((row) => (
          <div class="timeline-row" key={row.status} data-status={row.status} data-now={isNow(row) || undefined}>
            <span class="timeline-name">
              <Icon of={STATUSES[row.status].icon} />
              {row.label}
            </span>
            <span class="timeline-bars">
              {row.spans.map(({ from, to, kind }) => (
                <i
                  key={kind + from}
                  data-kind={kind}
                  style={{ clipPath: `inset(0 calc(100% - max(${to * 100}%, ${from * 100}% + 3px)) 0 ${from * 99}% round 2px)` }}
                />
              ))}
            </span>
            <span class="timeline-took">{took(row)}</span>
          </div>
        ))}
        <div class="timeline-row timeline-axis">
          <span class="timeline-name">Attempt {attempt.attempt}</span>
          <span class="timeline-ticks">
            {ticks.map(({ at, label }) => (
              <span key={at} style={{ left: `${at * 100}%`, transform: `translateX(${at * -100}%)` }}>
                {label}
              </span>
            ))}
          </span>
        </div>
      </div>
      <div class="unseen">
        <TimeTable rows={rows} attempt={attempt.attempt} />
      </div>
    </>
  );
}

/** The same for those who do not see it. */
const TimeTable = ({ rows, attempt }: { rows: TimeRow[]; attempt: number }) => (
  <table>
    <caption>Times of attempt {attempt}</caption>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col">Began</th>
        <th scope="col">Took</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.status}>
          <th scope="row">{row.label}</th>
          <td>{row.beganMs === null ? "not yet" : sayTime(new Date(row.beganMs))}</td>
          <td>{took(row)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const isNow = ({ spans }: TimeRow): boolean => spans.some(({ kind }) => kind === "running");

const took = ({ seconds, kept }: TimeRow): string => (seconds !== null ? saySeconds(seconds) : kept ? "kept" : "–");
