import { useEffect } from "preact/hooks";
import type { Analytics as Measured } from "../../client/analytics.ts";
import { useAskEvery } from "../live.ts";
import { Segments } from "../parts/segments.tsx";
import { Problem, Skeleton } from "../parts/states.tsx";
import { restoreScroll } from "../router.ts";
import { analyticsOf, askAnalytics } from "../state/analytics.ts";
import { preferences } from "../state/preferences.ts";
import { useTitle } from "../state/title.ts";
import { Activity } from "./analytics/activity.tsx";
import { change, RANGES, readQuery } from "./analytics/choices.ts";
import { CostFigure } from "./analytics/cost.tsx";
import { Filters } from "./analytics/filters.tsx";
import { Health } from "./analytics/health.tsx";
import { Priorities } from "./analytics/priorities.tsx";
import { QueueDepth } from "./analytics/queue.tsx";
import { ByLength, ByStyle } from "./analytics/render-time.tsx";
import { Stages } from "./analytics/stages.tsx";
import { Success } from "./analytics/success.tsx";
import { useLast } from "./analytics/use-last.ts";

type Query = ReturnType<typeof readQuery>;

/** How often the last 30 days are asked for while another range is shown, s. */
const MONTH_SEC = 60;

/** The page "Analytics": all that was measured of a range. */
export default function Analytics() {
  useTitle("Analytics");
  const query = readQuery();
  const about = [query.range, query.style, query.priority];
  const monthly: Query = { ...query, range: "30d" };
  useAskEvery(
    () => preferences.peek().refresh_interval,
    (signal) => askAnalytics(query, signal),
    about,
  );
  useAskEvery(
    () => MONTH_SEC,
    (signal) => (query.range === "30d" ? Promise.resolve() : askAnalytics(monthly, signal)),
    about,
  );
  const { data: known, error } = analyticsOf(query);
  const data = useLast(known);
  const isThere = data !== null;
  useEffect(() => {
    if (isThere) restoreScroll();
  }, [isThere]);
  return (
    <>
      <div class="page-head">
        <h1>Analytics</h1>
        <Filters query={query} />
        <Segments label="Range" value={query.range} options={RANGES} onChange={(range) => change({ range })} />
      </div>
      {error !== undefined && !known && <Problem title="Figures could not be had" error={error} onRetry={() => askAnalytics(query)} />}
      {data ? <Charts data={data} month={analyticsOf(monthly).data} query={query} isOld={!known} /> : error === undefined && <Waiting />}
    </>
  );
}

type Props = { data: Measured; month: Measured | null; query: Query; isOld: boolean };

const Charts = ({ data, month, query, isOld }: Props) => (
  <div class="panel analytics" aria-busy={isOld}>
    <Success data={data} month={month} query={query} />
    <QueueDepth data={data} query={query} />
    <ByLength data={data} query={query} />
    <ByStyle data={data} query={query} />
    <Stages data={data} query={query} />
    <Activity data={data} query={query} />
    <Priorities data={data} query={query} />
    <CostFigure data={data} query={query} />
    <Health data={data} />
  </div>
);

const Waiting = () => (
  <div class="panel analytics" aria-busy="true">
    <div class="figure of-success">
      <Skeleton height="314px" />
    </div>
    {[1, 2, 3, 4].map((at) => (
      <div class="figure" key={at}>
        <Skeleton height="304px" />
      </div>
    ))}
  </div>
);
