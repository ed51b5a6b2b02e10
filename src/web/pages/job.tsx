import { useEffect, useMemo, useRef } from "preact/hooks";
import { LinkButton } from "../parts/button.tsx";
import { Empty, Problem, Skeleton } from "../parts/states.tsx";
import { path, restoreScroll } from "../router.ts";
import { type OpenJob, openJob } from "../state/job.ts";
import { type Edit, openEdit } from "../state/job-edit.ts";
import { useTitle } from "../state/title.ts";
import { Film } from "./job/film.tsx";
import { Head } from "./job/head.tsx";
import { LogPanel } from "./job/log.tsx";
import { Progress } from "./job/progress.tsx";
import { Request } from "./job/request.tsx";
import { Result } from "./job/result.tsx";
import { Storyboard } from "./job/storyboard.tsx";

/** One job, live: its film, how it is made, what was asked, its scenes and its log. */
export default function Job() {
  const id = path.value.split("/")[2] ?? "";
  const [job, edit] = useMemo((): [OpenJob, Edit] => {
    const opened = openJob(readId(id));
    return [opened, openEdit(opened)];
  }, [id]);
  useEffect(() => job.close, [job]);
  const title = job.asked.value?.title ?? "Job";
  useTitle(job.missing.value ? "No such job" : title.slice(0, 120).toWellFormed());
  const isThere = job.details.value !== null && job.asked.value !== null;
  useEffect(() => {
    if (isThere && !/^#L\d/.test(location.hash)) restoreScroll();
  }, [isThere]);
  if (job.missing.value) return <Missing />;
  if (job.fault.value !== undefined && !isThere)
    return <Problem title="The job could not be read" error={job.fault.value} onRetry={job.ask} />;
  return isThere ? <Whole job={job} edit={edit} /> : <Waiting />;
}

const SHORT_BOARD = 6;

function readId(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function Whole({ job, edit }: { job: OpenJob; edit: Edit }) {
  const video = useRef<HTMLVideoElement>(null);
  const details = job.details.value!;
  const asked = job.asked.value!;
  const result = job.result.value;
  const results = details.status === "completed" && result && <Result result={result} id={job.id} />;
  // Beside a long storyboard there is room for it; a short one ends before.
  const isShort = (job.board.value?.storyboard.scenes.length ?? 0) <= SHORT_BOARD;
  const play = (sec: number) => {
    const film = video.current;
    if (!film) return;
    film.currentTime = sec;
    film.scrollIntoView({ block: "nearest" });
    void film.play().catch(() => undefined);
  };
  return (
    <>
      <Head job={job} details={details} title={asked.title} priority={asked.priority} />
      <div class="job-grid">
        <div class="job-film">
          <Film job={job} edit={edit} details={details} video={video} />
        </div>
        <div class="job-side">
          <Progress job={job} details={details} />
          <Request job={job} asked={asked} />
          {!isShort && results}
        </div>
        <div class="job-board">
          {details.kind === "generate" && (
            <Storyboard job={job} edit={edit} details={details} onPlay={details.status === "completed" && result ? play : undefined} />
          )}
        </div>
      </div>
      {isShort && results}
      <LogPanel log={job.log} />
    </>
  );
}

function Missing() {
  return (
    <Empty title="There is no such job" act={<LinkButton to="/jobs">All jobs</LinkButton>}>
      <p>It may have been removed, or the link may be cut short.</p>
    </Empty>
  );
}

/** Boxes where everything will be. */
const Waiting = () => (
  <div aria-busy="true">
    <div class="job-head">
      <div class="job-name">
        <Skeleton width="min(420px, 80%)" height="28px" />
        <Skeleton width="min(560px, 100%)" height="20px" />
      </div>
    </div>
    <div class="job-grid">
      <div class="skeleton film" />
      <div class="job-side">
        <Skeleton height="300px" />
        <Skeleton height="240px" />
      </div>
    </div>
  </div>
);
