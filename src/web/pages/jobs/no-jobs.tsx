import { ArrowRight, Plus, ScanText } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { estimateJob } from "../../../client/estimate.ts";
import type { FilmRequest } from "../../../client/words.ts";
import { LinkButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { baseUrl, href } from "../../router.ts";
import { saySeconds } from "../../say.ts";
import { STYLES } from "./facts.ts";
import { Frame } from "./frame.tsx";

type Idea = { prompt: string; style: NonNullable<FilmRequest["style"]>; duration_target: number; scene: "sunset" | "cup" | "planet" };

const IDEAS: Idea[] = [
  { prompt: "A sunset over the ocean, then the city lights come on", style: "cinematic", duration_target: 60, scene: "sunset" },
  { prompt: "How to brew better coffee in four steps", style: "educational", duration_target: 48, scene: "cup" },
  { prompt: "Saturn’s rings, explained to a ten-year-old", style: "documentary", duration_target: 90, scene: "planet" },
];

/** Where there are no jobs at all: what comes out, and three ways to begin. */
export function NoJobs() {
  return (
    <section class="no-jobs" aria-labelledby="no-jobs">
      <div class="no-jobs-film" aria-hidden="true">
        <Frame of="sunset" />
        <Frame of="sea" />
        <Frame of="mountains" />
        <Frame of="city" unlit />
        <Frame of="planet" unlit />
      </div>
      <h2 id="no-jobs">No videos yet</h2>
      <p class="second">
        Type a line and Kinora plans the scenes, speaks, scores and renders them on this machine. The built-in visuals and voices work
        without a key.
      </p>
      <h3>Start from one of these</h3>
      <ul>
        {IDEAS.map((idea) => (
          <li key={idea.prompt}>
            <Start {...idea} />
          </li>
        ))}
      </ul>
      <div class="row wrap">
        <LinkButton kind="main" icon={Plus} to="/create">
          Write your own
        </LinkButton>
        <LinkButton icon={ScanText} to="/analyze">
          Analyze a video
        </LinkButton>
        <span class="quiet small">
          or press <kbd>g</kbd> <kbd>c</kbd>
        </span>
      </div>
    </section>
  );
}

function Start({ prompt, style, duration_target, scene }: Idea) {
  const [readySec, setReadySec] = useState<number>();
  useEffect(() => {
    const end = new AbortController();
    const request = { prompt, style, duration_target };
    estimateJob(request, { baseUrl, signal: end.signal }).then(
      ({ waiting, processing }) => setReadySec(waiting + processing),
      () => undefined,
    );
    return () => end.abort(new Error("No longer wanted."));
  }, []);
  return (
    <a href={href(`/create?${new URLSearchParams({ prompt, style, duration_target: String(duration_target) })}`)}>
      <Frame of={scene} />
      <span>
        <b>{prompt}</b>
        <small>
          {STYLES[style]}, {duration_target} s
          {readySec !== undefined && `, ready in about ${saySeconds(Math.max(10, Math.round(readySec / 5) * 5))}`}
        </small>
      </span>
      <Icon of={ArrowRight} />
    </a>
  );
}
