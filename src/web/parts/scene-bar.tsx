import type { JobStatus } from "../../client/words.ts";

type Props = {
  /** How long each scene lasts, s; one undivided bar without. */
  scenes?: readonly number[] | null;
  /** 0..100. */
  progress: number;
  status: JobStatus;
  label: string;
};

const MOST = 40;

/** How far a film is: its bar is cut into scenes by their length. */
export function SceneBar({ scenes, progress, status, label }: Props) {
  const lengths = scenes && scenes.length > 1 && scenes.length <= MOST ? scenes : [1];
  const total = lengths.reduce((sum, sec) => sum + sec, 0);
  let before = 0;
  return (
    <div
      class="bar"
      data-status={status}
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(progress)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      {lengths.map((sec, index) => {
        const share = Math.min(1, Math.max(0, ((progress / 100) * total - before) / sec));
        before += sec;
        return (
          <span key={index} style={{ flexGrow: sec }}>
            {share > 0 && <i style={{ transform: `scaleX(${share})` }} />}
          </span>
        );
      })}
    </div>
  );
}
