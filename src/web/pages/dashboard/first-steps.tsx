import { ArrowRight } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { estimateJob } from "../../../client/estimate.ts";
import { LinkButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Empty } from "../../parts/states.tsx";
import { baseUrl, href } from "../../router.ts";
import { saySeconds } from "../../say.ts";

const PROMPTS = [
  "A 30 second story about a river, from spring to sea",
  "How to brew better coffee in four steps",
  "Three facts about black holes that sound made up",
];

/** A server that has made nothing yet: what to do first. */
export const FirstSteps = () => (
  <Empty title="No film has been made here yet" act={<LinkButton to="/create">Make the first video</LinkButton>}>
    <p>Say what it should be about. Kinora writes, speaks, draws and scores it. For a start, try one of these:</p>
    <ul class="first-prompts">
      {PROMPTS.map((prompt) => (
        <li key={prompt}>
          <a href={href(`/create?${new URLSearchParams({ prompt })}`)}>
            <span>{prompt}</span>
            <Length prompt={prompt} />
            <Icon of={ArrowRight} />
          </a>
        </li>
      ))}
    </ul>
  </Empty>
);

/** How long the film would be and take; nothing where nobody can tell. */
function Length({ prompt }: { prompt: string }) {
  const [text, setText] = useState("");
  useEffect(() => {
    const end = new AbortController();
    estimateJob({ prompt }, { baseUrl, signal: end.signal, retries: 0 }).then(
      ({ duration, processing }) => setText(`${saySeconds(duration)} film, takes about ${saySeconds(processing)}`),
      () => undefined,
    );
    return () => end.abort(new Error("No longer wanted."));
  }, [prompt]);
  return <small>{text}</small>;
}
