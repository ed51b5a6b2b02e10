import { Check } from "lucide";
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { FilmResult, JobDetails } from "../../../client/answers.ts";
import { Button, LinkButton } from "../../parts/button.tsx";
import { baseUrl } from "../../router.ts";
import { sayMany, sayOrdinal, saySeconds } from "../../say.ts";
import type { OpenJob } from "../../state/job.ts";
import type { Edit } from "../../state/job-edit.ts";
import { preferences, preferencesKnown } from "../../state/preferences.ts";
import { Stopped } from "./stopped.tsx";

type Props = { job: OpenJob; edit: Edit; details: JobDetails; video: RefObject<HTMLVideoElement | null> };

/** The film; while it is made what there is of it, in the same place; and why there is none. */
export function Film({ job, edit, details, video }: Props) {
  const { status, waiting_for, kind } = details;
  const result = job.result.value;
  if (status === "failed" || status === "cancelled") return <Stopped job={job} details={details} />;
  const aspect = job.asked.value?.request?.aspect ?? "16:9";
  return (
    <div class="film" data-aspect={aspect}>
      {status === "completed" && result ? (
        <Player key={result.video_url} result={result} job={job} video={video} />
      ) : status === "completed" && kind !== "generate" ? (
        <div class="film-words">
          <p>This job makes no film.</p>
        </div>
      ) : waiting_for === "approval" ? (
        <Review job={job} edit={edit} />
      ) : (
        <Making job={job} details={details} />
      )}
    </div>
  );
}

function Player({ result, job, video }: { result: FilmResult; job: OpenJob; video: RefObject<HTMLVideoElement | null> }) {
  const [broken, setBroken] = useState(false);
  const { autoplay, captions } = preferences.value;
  // What is drawn into the picture is not said twice.
  const showsTrack = captions !== "off" && job.asked.value?.request?.captions === "off";
  if (!preferencesKnown.value && !broken) return <img src={baseUrl + result.thumbnail_url} alt="" />;
  if (broken)
    return (
      <div class="film-words">
        <p>The browser cannot play this film.</p>
        <LinkButton to={baseUrl + (result.downloads[0]?.url ?? result.video_url)} away download>
          Download it
        </LinkButton>
      </div>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: films have captions, as tracks below and in the picture
    <video
      ref={video}
      controls
      playsInline
      preload="metadata"
      autoPlay={autoplay}
      poster={baseUrl + result.thumbnail_url}
      src={baseUrl + result.video_url}
      onError={() => setBroken(true)}
    >
      {result.subtitles.map(({ language, vtt_url }) => (
        <track
          key={vtt_url}
          kind="captions"
          src={baseUrl + vtt_url}
          srcLang={language}
          label={nameOf(language)}
          default={showsTrack && language === result.subtitles[0]?.language}
        />
      ))}
    </video>
  );
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The newest still, and how many scenes there are. */
function Making({ job, details }: { job: OpenJob; details: JobDetails }) {
  const scenes = job.board.value?.storyboard.scenes ?? [];
  const ready = scenes.filter(({ thumbnail }) => thumbnail).length;
  const still = job.newest.value ?? scenes.findLast(({ thumbnail }) => thumbnail)?.thumbnail ?? null;
  return (
    <>
      {still ? <img src={baseUrl + still} alt="The scene that was rendered last" /> : <div class="film-empty" />}
      <p class="film-note">{sayMaking(details, scenes.length, ready)}</p>
    </>
  );
}

function sayMaking({ status, waiting_for, queue_position, estimated_time_remaining }: JobDetails, all: number, ready: number): string {
  if (status === "completed") return "The film is ready.";
  if (status === "pending") {
    if (waiting_for === "retry") return "It failed, and is tried again by itself.";
    if (waiting_for === "time") return startsAt(estimated_time_remaining);
    return queue_position ? `${sayOrdinal(queue_position)} in the queue` : "In the queue";
  }
  if (all === 0) return "The scenes are being planned.";
  return `${ready} of ${sayMany(all, "scene")} ${ready === 1 ? "is" : "are"} ready`;
}

const startsAt = (leftSec: number | null): string =>
  leftSec === null ? "It waits for its time." : `It waits for its time, and is done in about ${saySeconds(leftSec)}.`;

/** Asks for a word before anything is rendered. */
function Review({ job, edit }: { job: OpenJob; edit: Edit }) {
  const board = job.board.value?.storyboard;
  return (
    <div class="film-words">
      <h2>The storyboard is ready for your word</h2>
      <p>
        {board && `${sayMany(board.scenes.length, "scene")}. `}
        Read it below, change what is said where you like, and have it rendered.
      </p>
      {!edit.open.value && (
        <Button kind="main" icon={Check} disabled={job.busy.value} onClick={job.approve}>
          Approve and render
        </Button>
      )}
    </div>
  );
}
