import { type Analytics, type AnalyticsQuery, analyticsCsvUrl } from "../../../client/analytics.ts";
import { Big } from "../../chart/big.tsx";
import { Figure } from "../../chart/figure.tsx";
import { Plot } from "../../chart/plot.tsx";
import { rateChart } from "../../chart/rate.tsx";
import { findOutlier, rateOf, rateOfAll } from "../../chart/rates.ts";
import { groupOutcomes, sayBucket } from "../../chart/time.ts";
import { baseUrl } from "../../router.ts";
import { sayCount, sayPercent } from "../../say.ts";
import { RANGE_WORDS } from "./choices.ts";
import { sayEmpty } from "./empty.ts";

/** How long a point of the line is, s; how many the mean is of, and what that is called. */
const POINTS = {
  "24h": { sec: 3600, window: 6, mean: "6-hour mean", one: "An hour" },
  "7d": { sec: 21_600, window: 4, mean: "24-hour mean", one: "6 hours" },
  "30d": { sec: 86_400, window: 7, mean: "7-day mean", one: "A day" },
  "90d": { sec: 86_400, window: 7, mean: "7-day mean", one: "A day" },
};

type Props = { data: Analytics; month: Analytics | null; query: AnalyticsQuery };

/** How many jobs go well, over time. */
export function Success({ data, month, query }: Props) {
  const { sec, window, mean, one } = POINTS[data.range];
  const buckets = groupOutcomes(data.outcomes, sec);
  const { completed, failed } = data.summary;
  const table = {
    columns: ["From", "Success rate", "Completed", "Failed", "Cancelled", "Made"],
    rows: buckets
      .map((bucket) => {
        const rate = rateOf(bucket);
        const counts = [bucket.completed, bucket.failed, bucket.cancelled, bucket.created].map(sayCount);
        return [sayBucket(bucket), rate === null ? "–" : sayPercent(rate, 1), ...counts];
      })
      .reverse(),
  };
  return (
    <Figure
      class="of-success"
      title="Success rate"
      legend={[
        { name: one, token: "text", line: true },
        { name: mean, token: "ctl", line: true },
      ]}
      csv={analyticsCsvUrl("outcomes", query, { baseUrl })}
      table={table}
      lead={<Figures data={data} month={month} />}
      empty={completed + failed === 0 && sayEmpty("No job has been completed or failed", data)}
    >
      <Plot chart={rateChart(buckets, window)} label={sayChart(data, buckets)} height={208} />
    </Figure>
  );
}

function sayChart({ summary, range }: Analytics, buckets: Parameters<typeof findOutlier>[0]): string {
  const worst = findOutlier(buckets);
  const all = summary.success_rate === null ? "nothing ended" : sayPercent(summary.success_rate, 1);
  const low = worst === null ? "" : ` Lowest: ${sayBucket(buckets[worst]!)}, ${sayPercent(rateOf(buckets[worst]!)!, 1)}.`;
  return `Success rate over ${RANGE_WORDS[range]}: ${all}.${low}`;
}

function Figures({ data, month }: Pick<Props, "data" | "month">) {
  const { success_rate: rate, completed, failed, cancelled } = data.summary;
  const lasts = month && [
    { name: "in 7 days", value: rateOfAll(month.outcomes.slice(-7)) },
    { name: "in 30 days", value: month.summary.success_rate },
  ];
  return (
    <div class="figures">
      <Big>{rate === null ? "–" : sayPercent(rate, 1)}</Big>
      <span>
        <b>{sayCount(completed)}</b> completed
      </span>
      <span>
        <b>{sayCount(failed)}</b> failed
      </span>
      <span>
        <b>{sayCount(cancelled)}</b> cancelled
      </span>
      {lasts?.map(({ name, value }) => (
        <span key={name}>
          <b>{value === null ? "–" : sayPercent(value, 1)}</b> {name}
        </span>
      ))}
    </div>
  );
}
