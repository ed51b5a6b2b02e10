import { type Analytics, type AnalyticsQuery, analyticsCsvUrl } from "../../../client/analytics.ts";
import { Figure } from "../../chart/figure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { STATUSES } from "../../parts/status.tsx";
import { baseUrl } from "../../router.ts";
import { sayPercent, saySeconds } from "../../say.ts";
import { sayEmpty } from "./empty.ts";
import { SPREAD_COLUMNS, toCells } from "./render-time.tsx";

/** Where the time of a job goes, from the queue to its end. */
export function Stages({ data, query }: { data: Analytics; query: AnalyticsQuery }) {
  const stages = data.stage_time.filter(({ count }) => count > 0);
  const total = stages.reduce((sum, { average }) => sum + (average ?? 0), 0);
  const nameOf = (status: keyof typeof STATUSES) => (status === "pending" ? "Waiting" : STATUSES[status].label);
  return (
    <Figure
      title="Time per stage"
      note={total > 0 && `average job, ${saySeconds(total)}`}
      csv={analyticsCsvUrl("stage_time", query, { baseUrl })}
      table={{ columns: ["Stage", ...SPREAD_COLUMNS], rows: data.stage_time.map((stage) => [nameOf(stage.status), ...toCells(stage)]) }}
      empty={stages.length === 0 && sayEmpty("No job ran", data)}
    >
      <div class="stage-bar" aria-hidden="true">
        {stages.map(({ status, average }) => (
          <i key={status} data-status={status} style={{ flexGrow: average ?? 0 }} />
        ))}
      </div>
      <ul class="rows">
        {stages.map(({ status, average, p95 }) => (
          <li key={status} data-status={status}>
            <Icon of={STATUSES[status].icon} />
            <span class="cut">{nameOf(status)}</span>
            <span class="quiet">{sayPercent(((average ?? 0) / (total || 1)) * 100)}</span>
            <b title={`95 % within ${saySeconds(p95 ?? 0)}`}>{saySeconds(average ?? 0)}</b>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
