import { useEffect } from "preact/hooks";
import type { AnalyticsRange } from "../../client/analytics.ts";
import { nowMs, useAskEvery } from "../live.ts";
import { Segments } from "../parts/segments.tsx";
import { Problem } from "../parts/states.tsx";
import { changeQuery, go, place, restoreScroll } from "../router.ts";
import { sayLongDay } from "../say.ts";
import { analyticsOf, askAnalytics } from "../state/analytics.ts";
import { preferences } from "../state/preferences.ts";
import { useTitle } from "../state/title.ts";
import { askWorks, everMade, followWorks } from "../state/works.ts";
import { useLast } from "./analytics/use-last.ts";
import { Activity } from "./dashboard/activity.tsx";
import { Finished } from "./dashboard/finished.tsx";
import { FirstSteps } from "./dashboard/first-steps.tsx";
import { Kpis } from "./dashboard/kpis.tsx";
import { Queue } from "./dashboard/queue.tsx";
import { ReportMenu } from "./dashboard/report-menu.tsx";
import { Workers } from "./dashboard/workers.tsx";
import { Works } from "./dashboard/works.tsx";

const RANGES = [
  { value: "24h", label: "24 hours" },
  { value: "7d", label: "7 days" },
  { value: "30d", label: "30 days" },
] as const;
const USUAL = "7d";
/** Events tell what happens; this is for what they cannot, s. */
const WORKS_SEC = 30;

/** The page "Dashboard": how it goes now, and how it went. */
export default function Dashboard() {
  useTitle("Dashboard");
  useEffect(followWorks, []);
  useAskEvery(() => WORKS_SEC, askWorks);
  useEffect(restoreScroll, []);
  if (everMade.value === 0) return <FirstSteps />;
  return <Full />;
}

function Full() {
  const asked = place.value.query.get("range");
  const range: AnalyticsRange = RANGES.find(({ value }) => value === asked)?.value ?? USUAL;
  useAskEvery(
    () => preferences.peek().refresh_interval,
    (signal) => askAnalytics({ range }, signal),
    [range],
  );
  const { data: known, error } = analyticsOf({ range });
  const data = useLast(known);
  return (
    <div class="stack dash" aria-busy={!known}>
      <div class="page-head dash-head">
        <h1>{sayLongDay(new Date(nowMs.value))}</h1>
        <Segments label="Range" value={range} options={RANGES} onChange={setRange} />
        <ReportMenu />
      </div>
      {error !== undefined && !data && <Problem title="Figures could not be had" error={error} onRetry={() => askAnalytics({ range })} />}
      <Kpis data={data} />
      <div class="dash-columns">
        <div class="stack dash-wide">
          <Works />
          <Workers />
          <Finished data={data} />
        </div>
        <div class="stack dash-narrow">
          <Queue data={data} />
          <Activity />
        </div>
      </div>
    </div>
  );
}

const setRange = (range: AnalyticsRange) => go(changeQuery({ range: range === USUAL ? undefined : range }), { replace: true });
