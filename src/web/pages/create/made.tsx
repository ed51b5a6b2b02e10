import { ArrowRight, Plus } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { useAskEvery } from "../../live.ts";
import { Button, LinkButton } from "../../parts/button.tsx";
import { SceneBar } from "../../parts/scene-bar.tsx";
import { isOver, isRunning, Status } from "../../parts/status.tsx";
import { sayOrdinal, saySeconds } from "../../say.ts";
import { askMade, hearMade, type Made as MadeFilm, made } from "../../state/create-made.ts";
import { preferences } from "../../state/preferences.ts";

const RARELY_SEC = 60;

/** The film that was just asked for, as it is made. */
export function Made({ onAnother }: { onAnother: () => void }) {
  const film = made.value as MadeFilm;
  const { jobId } = film;
  const head = useRef<HTMLHeadingElement>(null);
  const over = isOver(film.status);
  useEffect(() => hearMade(jobId), [jobId]);
  useAskEvery(
    () => (over ? RARELY_SEC : preferences.peek().refresh_interval),
    (signal) => askMade(jobId, signal),
    [jobId, over],
  );
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "nearest" });
  }, [jobId]);
  return (
    <section class="panel create-made" aria-label="The film that you asked for">
      <h2 ref={head} tabIndex={-1} aria-live="polite">
        {sayState(film)}
      </h2>
      <p class="create-quote second" dir="auto">
        {film.words}
      </p>
      {!over && (
        <>
          <SceneBar progress={film.overall_progress} status={film.status} label="Progress of the film" />
          <p class="row small">
            <Status status={film.status} waitingFor={film.waiting_for} pill={false} />
            <span class="quiet">{film.estimated_time_remaining !== null && `about ${saySeconds(film.estimated_time_remaining)} left`}</span>
          </p>
          <p class="small quiet cut create-step">{film.current_step}</p>
        </>
      )}
      {film.error && <p class="fault">{film.error}</p>}
      <div class="row wrap">
        <LinkButton kind={over && film.status === "completed" ? "main" : "plain"} icon={ArrowRight} to={`/jobs/${jobId}`}>
          {film.status === "completed" ? "Watch it" : film.waiting_for === "approval" ? "Look it over" : "Track it"}
        </LinkButton>
        <Button icon={Plus} onClick={onAnother}>
          Make another
        </Button>
      </div>
    </section>
  );
}

function sayState({ status, waiting_for, queue_position }: MadeFilm): string {
  if (status === "completed") return "Your film is ready";
  if (status === "failed") return "Your film could not be made";
  if (status === "cancelled") return "Your film was cancelled";
  if (waiting_for === "approval") return "The storyboard is ready for you";
  if (waiting_for === "time") return "Your film waits for its time";
  if (isRunning(status)) return "Your film is being made";
  if (waiting_for === "retry") return "Your film will be tried again";
  return queue_position && queue_position > 1
    ? `Your film is ${sayOrdinal(queue_position)} in the queue`
    : "Your film is next in the queue";
}
