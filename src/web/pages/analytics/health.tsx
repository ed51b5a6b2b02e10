import type { ComponentChildren } from "preact";
import type { Analytics } from "../../../client/analytics.ts";
import { href } from "../../router.ts";
import { sayCount, sayMany, sayNumber, sayPercent, saySeconds } from "../../say.ts";
import { RANGE_WORDS } from "./choices.ts";

const sayMs = (value: number | null): string => (value === null ? "–" : `${sayNumber(value)} ms`);

/** How the server itself does. */
export function Health({ data: { health, oldest_waiting: oldest, range } }: { data: Analytics }) {
  return (
    <section class="health" aria-label="Health">
      <Fact name="Uptime" value={health.uptime === null ? "–" : sayPercent(health.uptime, 2)} note={`in ${RANGE_WORDS[range]}`} />
      <Fact name="API, median" value={sayMs(health.p50)} note={sayMany(health.requests, "request")} />
      <Fact name="API, p95" value={sayMs(health.p95)} note={`p99 ${sayMs(health.p99)}`} />
      <Fact name="API, worst" value={sayMs(health.worst)} note="one answer" />
      <Fact name="Server errors" value={sayCount(health.server_errors)} note="answers of 500 and above" />
      <Fact
        name="Oldest waiting job"
        value={oldest ? saySeconds(oldest.seconds) : "None"}
        note={
          oldest ? (
            <a href={href(`/jobs/${oldest.job_id}`)} dir="auto">
              {oldest.prompt}
            </a>
          ) : (
            "nothing waits now"
          )
        }
      />
    </section>
  );
}

const Fact = ({ name, value, note }: { name: string; value: string; note: ComponentChildren }) => (
  <div>
    <h2>{name}</h2>
    <strong>{value}</strong>
    <p class="cut">{note}</p>
  </div>
);
