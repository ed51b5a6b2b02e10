import type { ListedJob } from "../../../client/answers.ts";
import { baseUrl } from "../../router.ts";
import { strip } from "../../state/works.ts";

const MOST_FRAMES = 24;

/** The scenes of a film, as wide as they are long: each lights up when it is there. */
export function Filmstrip({ job }: { job: ListedJob }) {
  const known = strip.value?.jobId === job.job_id ? strip.value : null;
  const lengths = (job.scenes ?? [1, 1, 1, 1, 1, 1]).slice(0, MOST_FRAMES);
  const lit = lengths.filter((_, at) => known?.stills[at] || known?.done.has(at)).length;
  return (
    <div
      class="filmstrip"
      role="img"
      aria-label={job.scenes ? `${lit} of ${lengths.length} scenes can be seen` : "Scenes are being planned"}
    >
      {lengths.map((sec, at) => {
        const still = known?.stills[at];
        return (
          <span key={at} style={{ flexGrow: Math.max(0.5, sec) }} data-lit={still || known?.done.has(at) || undefined}>
            {still && <img src={baseUrl + still} alt="" decoding="async" />}
          </span>
        );
      })}
    </div>
  );
}
