import { ArrowRight, CircleSlash } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { Button, LinkButton } from "../../parts/button.tsx";
import { Ask } from "../../parts/dialog.tsx";
import { Icon } from "../../parts/icon.tsx";
import { SceneBar } from "../../parts/scene-bar.tsx";
import { Problem, Skeleton } from "../../parts/states.tsx";
import { Status } from "../../parts/status.tsx";
import { Still } from "../../parts/still.tsx";
import { href } from "../../router.ts";
import { sayPercent, saySeconds } from "../../say.ts";
import { queue } from "../../state/server.ts";
import { askStrip, askWorks, cancelWork, type Work, works, worksError } from "../../state/works.ts";
import { Filmstrip } from "./filmstrip.tsx";

const MOST_ROWS = 5;

/** What is being worked on. A row is a place, whoever stands in it: there is room for as many as there are workers, so that nothing moves when jobs come and go. The one nearest to its end comes first. */
export function Works() {
  const [asked, setAsked] = useState<Work | null>(null);
  const jobs = works.value;
  const rows = Math.min(MOST_ROWS, Math.max(1, queue.value?.workers.length ?? 1));
  const first = useNearest(jobs);
  const others = (jobs ?? []).filter(({ job_id }) => job_id !== first?.job_id).slice(0, rows - 1);
  return (
    <section class="panel works" aria-label="In the works">
      <header class="panel-head">
        <h2>
          In the works <small>{jobs?.length}</small>
        </h2>
        <LinkButton kind="bare" dense to="/jobs">
          All jobs
          <Icon of={ArrowRight} />
        </LinkButton>
      </header>
      <div class="works-rows" data-rows={rows}>
        {first && <First job={first} onCancel={() => setAsked(first)} />}
        {others.map((job, at) => (
          <Row key={at} job={job} onCancel={() => setAsked(job)} />
        ))}
        {!jobs && !worksError.value && <Skeleton height="100%" />}
        {!jobs && worksError.value !== undefined && (
          <Problem title="Jobs could not be listed" error={worksError.value} onRetry={() => askWorks()} />
        )}
        {jobs?.length === 0 && <Idle />}
      </div>
      {asked && (
        <Ask
          title="Cancel this job?"
          text={
            <>
              <bdi>{titleOf(asked)}</bdi> stops where it is. It can be tried again later, and goes on from its last finished step.
            </>
          }
          yes="Cancel the job"
          onYes={() => cancelWork(asked.job_id)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/** The job that is nearest to its end; it keeps its place until it has left. Its pictures are asked for when it takes the place and is planned. */
function useNearest(jobs: readonly Work[] | null): Work | undefined {
  const [chosen, setChosen] = useState<string>();
  const nearest = [...(jobs ?? [])].sort((a, b) => b.overall_progress - a.overall_progress)[0];
  const first = jobs?.find(({ job_id }) => job_id === chosen) ?? nearest;
  const id = first?.job_id;
  const isPlanned = Boolean(first?.scenes);
  useEffect(() => {
    setChosen(id);
    if (id && isPlanned) void askStrip(id);
  }, [id, isPlanned]);
  return first;
}

const titleOf = ({ job_id, title, prompt }: Work): string => title || prompt || job_id.slice(0, 8);

type RowProps = { job: Work; onCancel: () => void };

function First({ job, onCancel }: RowProps) {
  return (
    <article class="work" data-first>
      <div class="work-main">
        <Head job={job} />
        <Filmstrip job={job} />
        <Progress job={job} />
      </div>
      <Cancel job={job} onCancel={onCancel} />
    </article>
  );
}

function Row({ job, onCancel }: RowProps) {
  return (
    <article class="work">
      <Still url={job.thumbnail_url} />
      <div class="work-main">
        <Head job={job} />
        <Progress job={job} />
      </div>
      <Cancel job={job} onCancel={onCancel} />
    </article>
  );
}

const Head = ({ job }: { job: Work }) => (
  <div class="work-head">
    <h3 class="cut">
      <a href={href(`/jobs/${job.job_id}`)} dir="auto">
        {titleOf(job)}
      </a>
    </h3>
    <Status status={job.status} pill />
  </div>
);

const Progress = ({ job }: { job: Work }) => (
  <>
    <SceneBar scenes={job.scenes} progress={job.overall_progress} status={job.status} label={`Progress of ${titleOf(job).slice(0, 80)}`} />
    <div class="work-facts">
      <b>{sayPercent(Math.min(99, Math.floor(job.overall_progress)))}</b>
      <span class="cut">{job.current_step}</span>
      <span class="work-left">
        {job.estimated_time_remaining !== null && `${saySeconds(Math.ceil(job.estimated_time_remaining))} left`}
      </span>
    </div>
  </>
);

const Cancel = ({ job, onCancel }: RowProps) => (
  <Button kind="icon" dense icon={CircleSlash} label={`Cancel ${titleOf(job).slice(0, 80)}`} title="Cancel" onClick={onCancel} />
);

const Idle = () => (
  <div class="works-idle">
    <p>Nothing is in the works.</p>
    <LinkButton to="/create">Make a video</LinkButton>
  </div>
);
