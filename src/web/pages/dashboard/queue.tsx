import type { Analytics } from "../../../client/analytics.ts";
import type { JobStatus } from "../../../client/words.ts";
import { Icon } from "../../parts/icon.tsx";
import { STATUSES } from "../../parts/status.tsx";
import { href } from "../../router.ts";
import { sayMany, sayPercent, saySeconds } from "../../say.ts";
import { queue } from "../../state/server.ts";

const ALWAYS: JobStatus[] = ["pending", "scene_planning", "asset_retrieval", "tts_generation", "audio_processing", "rendering"];
const WHEN_THERE: JobStatus[] = ["ingesting", "transcribing", "analyzing", "clipping", "publishing"];
const MOST_BLOCKS = 10;

/** How many jobs stand where, now; below, a few figures. */
export function Queue({ data }: { data: Analytics | null }) {
  const depth = queue.value?.depth;
  const total = depth && Object.values(depth).reduce((sum, jobs) => sum + (jobs ?? 0), 0);
  const shown = [...ALWAYS, ...WHEN_THERE.filter((status) => depth?.[status])];
  return (
    <section class="panel" aria-label="Queue by stage">
      <header class="panel-head">
        <h2>Queue by stage</h2>
        <small class="quiet">{total !== undefined && sayMany(total, "job")}</small>
      </header>
      <ul class="depths">
        {shown.map((status) => (
          <Depth key={status} status={status} jobs={depth?.[status] ?? 0} />
        ))}
      </ul>
      <QuickFigures data={data} />
    </section>
  );
}

function Depth({ status, jobs }: { status: JobStatus; jobs: number }) {
  const { label, icon } = STATUSES[status];
  return (
    <li>
      <a href={href(`/jobs?status=${status}`)} data-status={status} data-none={jobs === 0 || undefined}>
        <Icon of={icon} />
        <span>{status === "pending" ? "Waiting" : label}</span>
        <span class="blocks" aria-hidden="true">
          {Array.from({ length: Math.max(1, Math.min(MOST_BLOCKS, jobs)) }, (_, at) => (
            <i key={at} />
          ))}
        </span>
        <b>{jobs}</b>
      </a>
    </li>
  );
}

function QuickFigures({ data }: { data: Analytics | null }) {
  const next = queue.value?.next_start;
  const { cache_hit_rate: hits, average_film_length: length } = data?.summary ?? {};
  return (
    <dl class="quick">
      <dt>Scenes found ready</dt>
      <dd>{data && (hits === null || hits === undefined ? "–" : sayPercent(hits))}</dd>
      <dt>Average film length</dt>
      <dd>{data && (length === null || length === undefined ? "–" : saySeconds(length))}</dd>
      <dt>Next job can start</dt>
      <dd>{next !== undefined && (next < 1 ? "now" : `in about ${saySeconds(Math.ceil(next))}`)}</dd>
    </dl>
  );
}
