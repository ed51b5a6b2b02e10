import type { Worker } from "../../../client/queue.ts";
import { Icon } from "../../parts/icon.tsx";
import { Skeleton } from "../../parts/states.tsx";
import { STATUSES } from "../../parts/status.tsx";
import { Since } from "../../parts/when.tsx";
import { href } from "../../router.ts";
import { sayMany } from "../../say.ts";
import { queue } from "../../state/server.ts";

/** Who does what, and since when. */
export function Workers() {
  const now = queue.value;
  return (
    <section class="panel" aria-label="Workers">
      <header class="panel-head">
        <h2>Workers</h2>
        <small class="quiet">{now && `draw ${sayMany(now.threads, "scene")} at a time`}</small>
      </header>
      <ul class="workers">{now?.workers.map((worker) => <Row key={worker.worker} worker={worker} />) ?? <Skeleton height="40px" />}</ul>
    </section>
  );
}

function Row({ worker: { worker, job_id, status, prompt, current_step, since } }: { worker: Worker }) {
  const known = status && STATUSES[status];
  return (
    <li data-status={job_id ? (status ?? undefined) : undefined}>
      <span class="worker-name">{worker}</span>
      {job_id ? (
        <a href={href(`/jobs/${job_id}`)} class="worker-work">
          <span class="cut" title={current_step ?? undefined}>
            {known && <Icon of={known.icon} size={14} stroke={2} />}
            {current_step ?? known?.label}
          </span>
          <span class="cut quiet small" dir="auto">
            {prompt}
          </span>
        </a>
      ) : (
        <span class="worker-work quiet">
          <span>Free</span>
          <span class="cut small">takes the next job</span>
        </span>
      )}
      <span class="quiet small worker-since">
        <Since at={since} />
      </span>
    </li>
  );
}
