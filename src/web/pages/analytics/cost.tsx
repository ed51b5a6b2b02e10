import { type Analytics, type AnalyticsQuery, analyticsCsvUrl } from "../../../client/analytics.ts";
import { Big } from "../../chart/big.tsx";
import { Figure } from "../../chart/figure.tsx";
import { baseUrl, href } from "../../router.ts";
import { sayBytes, sayMoney, saySeconds, sayUtcDay } from "../../say.ts";

/** What films cost at the rates that were set; the way to set them, where none is. */
export function CostFigure({ data, query }: { data: Analytics; query: AnalyticsQuery }) {
  const { cost } = data;
  const say = (value: number | null) => (value === null ? "–" : sayMoney(value, cost.currency));
  const isSet = cost.compute !== null || cost.storage !== null;
  const rows = [
    { name: `Compute, ${saySeconds(cost.compute_seconds)}`, value: say(cost.compute) },
    { name: `Storage, ${sayBytes(cost.storage_bytes)}`, value: say(cost.storage) },
    { name: "A film on average", value: say(cost.per_job) },
    { name: "This month so far", value: say(cost.month_to_date) },
    { name: `By ${sayUtcDay(endOfMonth(new Date(data.to)))}, if it goes on so`, value: say(cost.projection) },
  ];
  return (
    <Figure
      title="Cost"
      note="of all jobs"
      csv={analyticsCsvUrl("cost", query, { baseUrl })}
      table={{ columns: ["Of what", "Cost"], rows: rows.map(({ name, value }) => [name, value]) }}
    >
      {isSet && (
        <p class="cost-total">
          <Big>{say(cost.total)}</Big>
          <span class="quiet small">in this range</span>
        </p>
      )}
      <ul class="rows">
        {rows.slice(0, isSet ? undefined : 2).map(({ name, value }) => (
          <li key={name}>
            <span class="quiet">{name}</span>
            <b>{value}</b>
          </li>
        ))}
      </ul>
      <p class="small quiet">
        {isSet ? "At your rates, " : "What an hour of work and a gigabyte cost you, only you know: "}
        <a href={href("/settings")}>{isSet ? "set in Settings" : "set rates in Settings"}</a>.
      </p>
    </Figure>
  );
}

const endOfMonth = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0));
