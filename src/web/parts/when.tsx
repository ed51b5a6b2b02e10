import { nowMs } from "../live.ts";
import { sayAgo, sayMoment, saySeconds } from "../say.ts";

/** How long ago a moment was, kept up to date; the whole date on hover. */
export function When({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={sayMoment(date)}>
      {sayAgo(date, nowMs.value)}
    </time>
  );
}

/** How long something has lasted, kept up to date. */
export const Since = ({ at }: { at: string }) => <>{saySeconds((nowMs.value - Date.parse(at)) / 1000)}</>;
