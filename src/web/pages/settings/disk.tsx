import { Skeleton } from "../../parts/states.tsx";
import { sayBytes, sayPercent } from "../../say.ts";
import { about } from "../../state/server.ts";

type Part = { name: string; bytes: number; kind: "jobs" | "cache" | "database" | "other" | "free" };

/** The disk of the data folder, and what takes how much of it. */
export function Disk() {
  const known = about.value;
  if (!known) return <DiskSkeleton />;
  const { disk, sizes } = known;
  const ours = sizes ? sizes.jobs + sizes.cache + sizes.database : 0;
  const parts: Part[] = [
    ...(sizes
      ? ([
          { name: "Films", bytes: sizes.jobs, kind: "jobs" },
          { name: "Finished parts", bytes: sizes.cache, kind: "cache" },
          { name: "Database", bytes: sizes.database, kind: "database" },
        ] as const)
      : []),
    { name: sizes ? "Everything else" : "In use", bytes: Math.max(0, disk.total - disk.free - ours), kind: "other" },
    { name: "Free", bytes: disk.free, kind: "free" },
  ];
  return (
    <div class="set-disk">
      <p class="set-disk-head">
        <strong>{sayBytes(disk.free)}</strong> free of {sayBytes(disk.total)}
        {disk.total > 0 && <span class="quiet"> · {sayPercent((disk.free / disk.total) * 100)}</span>}
      </p>
      <div class="set-disk-bar" aria-hidden="true">
        {parts.map(({ kind, bytes }) => bytes > 0 && <i key={kind} data-kind={kind} style={{ flexGrow: bytes / disk.total }} />)}
      </div>
      <dl class="set-legend">
        {parts.map(({ name, bytes, kind }) => (
          <div key={kind}>
            <dt>
              <i data-kind={kind} />
              {name}
            </dt>
            <dd>{sayBytes(bytes)}</dd>
          </div>
        ))}
      </dl>
      {!sizes && <p class="hint">What Kinora's own files take is being counted.</p>}
    </div>
  );
}

const DiskSkeleton = () => (
  <div class="set-disk">
    <Skeleton width="180px" height="20px" />
    <Skeleton height="12px" />
    <Skeleton width="70%" height="20px" />
  </div>
);
