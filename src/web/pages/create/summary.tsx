import { CircleDashed, CornerDownLeft } from "lucide";
import type { ComponentChildren } from "preact";
import type { Estimate } from "../../../client/estimate.ts";
import type { JobStatus } from "../../../client/words.ts";
import { awake } from "../../live.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Skeleton } from "../../parts/states.tsx";
import { STATUSES } from "../../parts/status.tsx";
import { sayBytes, sayDay, sayMany, sayMoney, sayOrdinal, saySeconds, sayShortTime } from "../../say.ts";
import { form } from "../../state/create.ts";
import { estimate, estimateError } from "../../state/create-estimate.ts";
import { problem, sending } from "../../state/create-submit.ts";
import { sayError } from "../../state/toasts.ts";
import { otherFaults } from "./fault.ts";
import { Preview } from "./preview.tsx";

/** What the film would take, and the button that has it made. */
export function Summary({ onSubmit }: { onSubmit: () => void }) {
  return (
    <section class="panel create-summary" aria-label="What it takes">
      <Preview />
      <Figures />
      <div class="create-send">
        <Complaints />
        <Button kind="main" class="create-button" disabled={sending.value} onClick={onSubmit}>
          {sending.value ? "Sending…" : form.value.review ? "Plan this video" : "Make this video"}
          <span class="create-keys" aria-hidden="true">
            Ctrl <Icon of={CornerDownLeft} size={12} />
          </span>
        </Button>
        <p class="small quiet">{sayBasis()}</p>
      </div>
    </section>
  );
}

function sayBasis(): string {
  const told = estimate.value?.told;
  if (!told) return "\u00a0";
  if (!awake.value) return "Live updates are paused: this may have changed";
  if (told.films_measured === 0) return "By the figures of another machine, until this one has made such films";
  return `From ${sayMany(told.films_measured, "film")} like this on this machine`;
}

/** The same in short, where it stays in sight on small screens. */
export function Dock({ onSubmit }: { onSubmit: () => void }) {
  const told = estimate.value?.told;
  return (
    <div class="create-dock">
      <div>
        <b>{told ? saySeconds(told.waiting + told.processing) : "\u00a0"}</b>
        <p class="small quiet">{told ? sayPlace(told) : "\u00a0"}</p>
      </div>
      <Button kind="main" disabled={sending.value} onClick={onSubmit}>
        {sending.value ? "Sending…" : form.value.review ? "Plan this video" : "Make this video"}
      </Button>
    </div>
  );
}

const sayPlace = ({ queue_position }: Estimate): string =>
  queue_position <= 1 ? "next in the queue" : `${sayOrdinal(queue_position)} in the queue`;

/** What is wrong with the request as a whole, where it was pressed. */
export function Complaints() {
  const others = otherFaults();
  const said = problem.value;
  if (!said && others.length === 0) return null;
  return (
    <div class="create-complaint" role="alert">
      {said && <p>{said}</p>}
      {others.length > 0 && (
        <ul>
          {others.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <p class="small">What you typed is kept.</p>
    </div>
  );
}

function Figures() {
  const known = estimate.value;
  const { way, script } = form.value;
  if (known) return <Known {...known} />;
  if (way === "script" && script.trim() === "") return <Note>Paste or type the script to see how long it takes to make.</Note>;
  if (estimateError.value) return <Note>There is no estimate: {sayError(estimateError.value)} The film can be made all the same.</Note>;
  if (!awake.value) return <Note>Live updates are paused, so there is no estimate.</Note>;
  return (
    <div class="create-figures" aria-hidden="true">
      <Skeleton width="72px" />
      <Skeleton width="150px" height="36px" />
      <Skeleton height="8px" />
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height="20px" />
      ))}
    </div>
  );
}

const Note = ({ children }: { children: ComponentChildren }) => <p class="create-figures second">{children}</p>;

/** Seconds of each status in turn: stages that show as the same are one. */
function toParts({ waiting, stages }: Estimate): { status: JobStatus; seconds: number }[] {
  const parts: { status: JobStatus; seconds: number }[] = [{ status: "pending", seconds: waiting }];
  for (const { status, seconds } of stages) {
    const last = parts.find((part) => part.status === status);
    if (last) last.seconds += seconds;
    else parts.push({ status, seconds });
  }
  return parts;
}

function Known({ told, atMs, isExample }: { told: Estimate; atMs: number; isExample: boolean }) {
  const parts = toParts(told);
  const { startAt } = form.value;
  const startMs = Math.max(atMs + told.waiting * 1000, startAt ? new Date(startAt).getTime() || 0 : 0);
  return (
    <>
      <div class="create-figures">
        <p class="small second">{isExample ? "A film like this would be ready in about" : "Ready in about"}</p>
        <p class="create-ready">
          <Big seconds={told.waiting + told.processing} />
          <span class="small quiet">{sayFinish(startMs + told.processing * 1000, atMs)}</span>
        </p>
        <div class="create-parts" role="img" aria-label="How the time is spent">
          {parts.map(({ status, seconds }) => (
            <span key={status} data-status={status} style={{ flexGrow: Math.max(seconds, 0.001) }} />
          ))}
        </div>
        <dl class="create-list">
          {parts.map(({ status, seconds }) => (
            <div key={status}>
              <dt class="status" data-status={status}>
                <Icon of={status === "pending" ? CircleDashed : STATUSES[status].icon} size={14} stroke={2} />
                <span>{status === "pending" ? `Wait, ${sayPlace(told)}` : STATUSES[status].label}</span>
              </dt>
              <dd>{saySeconds(seconds)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <dl class="create-list create-figures">
        <div>
          <dt>File</dt>
          <dd>about {sayBytes(told.bytes)} MP4</dd>
        </div>
        <div>
          <dt>Length</dt>
          <dd>
            {saySeconds(told.duration)}, {sayMany(told.scenes, "scene")}
          </dd>
        </div>
        {told.cost !== null && (
          <div>
            <dt>Cost at your rates</dt>
            <dd>{sayMoney(told.cost, told.currency)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Minutes and seconds with their units small. */
function Big({ seconds }: { seconds: number }) {
  const parts = saySeconds(seconds).split(" ");
  return <b>{parts.map((part, index) => (index % 2 === 0 ? part : <small key={part}> {part} </small>))}</b>;
}

function sayFinish(ms: number, nowMs: number): string {
  const [at, now] = [new Date(ms), new Date(nowMs)];
  return at.toDateString() === now.toDateString() ? `at ${sayShortTime(at)}` : `at ${sayShortTime(at)}, ${sayDay(at, nowMs)}`;
}
