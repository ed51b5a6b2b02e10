import { type Analytics, type AnalyticsQuery, analyticsCsvUrl } from "../../../client/analytics.ts";
import { Figure } from "../../chart/figure.tsx";
import { baseUrl, href } from "../../router.ts";
import { sayCount, sayMany, sayPercent } from "../../say.ts";
import { priorityName } from "./choices.ts";
import { sayEmpty } from "./empty.ts";

/** How many jobs go well, by how urgent they are. A row leads to its jobs. */
export function Priorities({ data, query }: { data: Analytics; query: AnalyticsQuery }) {
  const rows = [...data.success_by_priority].sort((a, b) => b.priority - a.priority);
  return (
    <Figure
      title="Success by priority"
      csv={analyticsCsvUrl("success_by_priority", query, { baseUrl })}
      table={{
        columns: ["Priority", "Success rate", "Completed", "Failed", "Cancelled", "Made"],
        rows: rows.map((row) => [
          priorityName(row.priority),
          row.success_rate === null ? "–" : sayPercent(row.success_rate, 1),
          ...[row.completed, row.failed, row.cancelled, row.created].map(sayCount),
        ]),
      }}
      empty={rows.length === 0 && sayEmpty("No job was made", data)}
    >
      <ul class="rows rates">
        {rows.map(({ priority, success_rate: rate, completed, failed }) => (
          <li key={priority}>
            <a href={href(`/jobs?priority=${priority}`)}>{priorityName(priority)}</a>
            <span class="rate-bar" aria-hidden="true">
              {rate !== null && <i style={{ transform: `scaleX(${rate / 100})` }} />}
            </span>
            <span class="quiet small">{sayMany(completed + failed, "job")}</span>
            <b>{rate === null ? "–" : sayPercent(rate, 1)}</b>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
