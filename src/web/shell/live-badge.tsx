import { Pause, Play } from "lucide";
import { connection, nowMs, paused, setPaused } from "../live.ts";
import { Icon } from "../parts/icon.tsx";

const LABELS = { connecting: "Connecting", live: "Live", reconnecting: "Reconnecting", polling: "Polling", paused: "Paused" };

/** How what happens comes to the page; pressing it pauses all requests, or goes on. */
export function LiveBadge() {
  const { kind, sinceMs } = connection.value;
  const lostSec = Math.max(0, Math.round((nowMs.value - sinceMs) / 1000));
  const label = kind === "reconnecting" ? `Reconnecting, ${lostSec} s` : LABELS[kind];
  const does = paused.value ? "Go on with live updates" : "Pause live updates";
  return (
    <button type="button" class="live" data-kind={kind} title={does} onClick={() => setPaused(!paused.peek())}>
      <i />
      <span role="status">{label}</span>
      <Icon of={paused.value ? Play : Pause} size={12} />
      <b class="unseen">{does}</b>
    </button>
  );
}
