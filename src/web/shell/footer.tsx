import { CircleCheck, Clock, Cpu, Film, OctagonX } from "lucide";
import { Icon } from "../parts/icon.tsx";
import { Since } from "../parts/when.tsx";
import { baseUrl } from "../router.ts";
import { about, health, queue } from "../state/server.ts";

/** Machine truth, quietly: whether it can work, who is at work, what it stands on. */
export function Footer({ onHelp }: { onHelp: () => void }) {
  const state = health.value;
  const workers = queue.value?.workers;
  const server = about.value;
  return (
    <footer class="foot">
      <span class="status" data-status={state && !state.healthy ? "failed" : "completed"} title={state?.detail}>
        {state && <Icon of={state.healthy ? CircleCheck : OctagonX} size={14} />}
        <span class="quiet">{state ? (state.healthy ? "Ready" : "Not ready") : "…"}</span>
      </span>
      {workers && (
        <span>
          <Icon of={Cpu} size={14} />
          {workers.filter(({ job_id }) => job_id).length} of {workers.length} workers busy
        </span>
      )}
      {server && (
        <>
          <span>
            <Icon of={Film} size={14} />
            {server.ffmpeg.detail}
          </span>
          <span>
            <Icon of={Clock} size={14} />
            <span>
              Up <Since at={server.started_at} />
            </span>
          </span>
        </>
      )}
      <span class="gap" />
      <a href={`${baseUrl}/docs`}>API reference</a>
      <button type="button" onClick={onHelp}>
        Keyboard shortcuts <kbd>?</kbd>
      </button>
      <span>Kinora {server?.version}</span>
    </footer>
  );
}
