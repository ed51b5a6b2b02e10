import {
  AudioLines,
  Captions,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Clapperboard,
  Clock,
  Download,
  Hand,
  type IconNode,
  Images,
  ListTree,
  OctagonX,
  RotateCw,
  ScanText,
  Scissors,
  SlidersVertical,
  Upload,
} from "lucide";
import type { JobStatus, WaitingFor } from "../../client/words.ts";
import { Icon } from "./icon.tsx";

/** How each status is called and drawn; its colours stand in the stylesheet, by `data-status`. */
export const STATUSES: Record<JobStatus, { label: string; icon: IconNode }> = {
  pending: { label: "Pending", icon: CircleDashed },
  scene_planning: { label: "Scene planning", icon: ListTree },
  asset_retrieval: { label: "Asset retrieval", icon: Images },
  tts_generation: { label: "TTS", icon: AudioLines },
  audio_processing: { label: "Audio", icon: SlidersVertical },
  rendering: { label: "Rendering", icon: Clapperboard },
  ingesting: { label: "Ingesting", icon: Download },
  transcribing: { label: "Transcribing", icon: Captions },
  analyzing: { label: "Analyzing", icon: ScanText },
  clipping: { label: "Clipping", icon: Scissors },
  publishing: { label: "Publishing", icon: Upload },
  completed: { label: "Completed", icon: CircleCheck },
  failed: { label: "Failed", icon: OctagonX },
  cancelled: { label: "Cancelled", icon: CircleSlash },
};

const WAITS: Record<WaitingFor, { label: string; icon: IconNode }> = {
  slot: STATUSES.pending,
  time: { label: "Scheduled", icon: Clock },
  retry: { label: "Tries again", icon: RotateCw },
  approval: { label: "Needs approval", icon: Hand },
};

const ENDS: readonly JobStatus[] = ["completed", "failed", "cancelled"];

/** True once nothing more happens to a job by itself. */
export const isOver = (status: JobStatus): boolean => ENDS.includes(status);

/** True while a job is being worked on. */
export const isRunning = (status: JobStatus): boolean => status !== "pending" && !isOver(status);

/** What a job's status is called. */
export const statusLabel = (status: JobStatus, waitingFor?: WaitingFor | null): string =>
  (status === "pending" && waitingFor ? WAITS[waitingFor] : STATUSES[status]).label;

type Props = {
  status: JobStatus;
  waitingFor?: WaitingFor | null /** A tinted ground: for what is alive, and at the head of a page. */;
  pill?: boolean;
};

/** A status as an icon and a word. */
export function Status({ status, waitingFor = null, pill = isRunning(status) }: Props) {
  const { label, icon } = status === "pending" && waitingFor ? WAITS[waitingFor] : STATUSES[status];
  return (
    <span class="status" data-status={status} data-pill={pill || undefined}>
      <Icon of={icon} size={14} stroke={2} />
      {label}
    </span>
  );
}
