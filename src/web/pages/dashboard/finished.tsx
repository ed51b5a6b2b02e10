import type { Analytics, Bucket } from "../../../client/analytics.ts";
import { analyticsCsvUrl } from "../../../client/analytics.ts";
import { Bars } from "../../chart/bars.tsx";
import { Figure } from "../../chart/figure.tsx";
import type { Layer } from "../../chart/layer.ts";
import { endOf, groupOutcomes, sayBucket } from "../../chart/time.ts";
import { Skeleton } from "../../parts/states.tsx";
import { baseUrl, href } from "../../router.ts";
import { sayCount, sayDayAndTime, sayMany } from "../../say.ts";

const KINDS = [
  { of: "completed", name: "Completed", token: "good" },
  { of: "failed", name: "Failed", token: "failed-f" },
  { of: "cancelled", name: "Cancelled", token: "cancelled-f" },
] as const;

/** The jobs of a bucket that are over. */
const hrefOf = (bucket: Bucket): string =>
  href(`/jobs?${new URLSearchParams({ status: "completed,failed,cancelled", from: bucket.start, to: endOf(bucket) })}`);

/** How many jobs ended in each day, or in each hour of a day. */
export function Finished({ data }: { data: Analytics | null }) {
  const hours = data?.range === "24h";
  const buckets = data ? groupOutcomes(data.outcomes, hours ? 3600 : 86_400) : [];
  const layers = KINDS.map(({ of, name, token }): Layer => ({ name, token, values: buckets.map((bucket) => bucket[of]) }));
  const total = layers.reduce((sum, { values }) => sum + values.reduce((all, value) => all + value, 0), 0);
  const title = `Finished jobs ${hours ? "an hour" : "a day"}`;
  const table = {
    columns: [hours ? "Hour" : "Day (UTC)", ...KINDS.map(({ name }) => name)],
    rows: buckets.map((bucket) => [sayBucket(bucket), ...KINDS.map(({ of }) => sayCount(bucket[of]))]).reverse(),
  };
  return (
    <Figure
      class="panel finished"
      title={title}
      csv={analyticsCsvUrl("outcomes", { range: data?.range }, { baseUrl })}
      table={table}
      lead={<Kinds data={data} />}
    >
      {data ? (
        <Bars buckets={buckets} layers={layers} noun="job" label={`${title}: ${sayMany(total, "job")} in all`} hrefOf={hrefOf} />
      ) : (
        <Skeleton height="100%" />
      )}
      {data && total === 0 && (
        <p class="plot-note">
          No job has ended in this time.
          {data.measured_since && ` Measured since ${sayDayAndTime(new Date(data.measured_since))}.`}
        </p>
      )}
    </Figure>
  );
}

/** The colours with their sums; each leads to its jobs. */
const Kinds = ({ data }: { data: Analytics | null }) => (
  <ul class="kinds">
    {KINDS.map(({ of, name }) => (
      <li key={of}>
        <a href={href(`/jobs?${new URLSearchParams({ status: of, ...(data && { from: data.from }) })}`)} data-kind={of}>
          <i class="swatch" />
          {name}
          <b>{data ? sayCount(data.summary[of]) : "…"}</b>
        </a>
      </li>
    ))}
  </ul>
);
