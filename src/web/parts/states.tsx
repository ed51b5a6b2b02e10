import { OctagonX, RotateCw } from "lucide";
import type { ComponentChildren } from "preact";
import { sayError } from "../state/toasts.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** A grey box in place of what is still to come, as large as that will be. */
export const Skeleton = ({ width = "100%", height = "16px" }: { width?: string; height?: string }) => (
  <div class="skeleton" style={{ width, height }} />
);

/** What went wrong, and the way on. What was there before stays beside it. */
export function Problem({
  title,
  error,
  onRetry,
  children,
}: {
  title: string;
  error?: unknown;
  onRetry?: () => void;
  children?: ComponentChildren;
}) {
  return (
    <div class="problem" role="alert">
      <h2>
        <Icon of={OctagonX} />
        {title}
      </h2>
      {error !== undefined && <p>{sayError(error)}</p>}
      {children}
      {onRetry && (
        <div>
          <Button icon={RotateCw} onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

/** A strip of film of which a half is lit. */
const Filmstrip = () => (
  <svg width="168" height="48" viewBox="0 0 168 48" aria-hidden="true">
    {[0, 1, 2, 3].map((frame) => (
      <rect
        key={frame}
        x={frame * 42 + 1}
        y="7"
        width="38"
        height="34"
        rx="3"
        fill={frame < 2 ? "var(--accent)" : "var(--raised)"}
        stroke={frame < 2 ? "none" : "var(--line3)"}
        fill-opacity={frame === 0 ? 0.9 : frame === 1 ? 0.45 : 1}
      />
    ))}
  </svg>
);

/** Where there is nothing yet: what this is for, and what to do. */
export function Empty({ title, children, act }: { title: string; children?: ComponentChildren; act?: ComponentChildren }) {
  return (
    <div class="empty">
      <Filmstrip />
      <h2>{title}</h2>
      {children}
      {act}
    </div>
  );
}
