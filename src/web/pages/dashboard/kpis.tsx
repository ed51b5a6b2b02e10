import type { ComponentChildren } from "preact";
import type { Analytics, OutcomeBucket } from "../../../client/analytics.ts";
import { Big } from "../../chart/big.tsx";
import { rateOf } from "../../chart/rates.ts";
import { Spark, SparkSpread } from "../../chart/spark.tsx";
import { groupOutcomes } from "../../chart/time.ts";
import { Skeleton } from "../../parts/states.tsx";
import { sayChange, sayCount, sayMany, sayPercent, saySeconds } from "../../say.ts";
import { queue } from "../../state/server.ts";

/** How long a point of a small line is, s, and what the stretch before is called. */
const BEFORE = { "24h": "the 24 hours before", "7d": "the week before", "30d": "the 30 days before", "90d": "the 90 days before" };
const POINT_SEC = { "24h": 7200, "7d": 86_400, "30d": 86_400, "90d": 86_400 };

/** The four figures that say how it goes. */
export function Kpis({ data }: { data: Analytics | null }) {
  const points = data ? groupOutcomes(data.outcomes, POINT_SEC[data.range]) : [];
  return (
    <section class="panel kpis" aria-label="Key figures">
      <Made data={data} points={points} />
      <Success data={data} points={points} />
      <RenderTime data={data} />
      <Depth data={data} />
    </section>
  );
}

type CardProps = { name: string; figure: string | null; note: ComponentChildren; spark: ComponentChildren };

function Card({ name, figure, note, spark }: CardProps) {
  return (
    <div class="kpi">
      <h2>{name}</h2>
      {figure === null ? <Skeleton width="96px" height="36px" /> : <Big>{figure}</Big>}
      <div class="kpi-spark">{spark}</div>
      <p class="cut">{note}</p>
    </div>
  );
}

type Part = { data: Analytics | null; points: readonly OutcomeBucket[] };

function Made({ data, points }: Part) {
  const change = data ? data.summary.created - data.summary.previous.created : 0;
  const note = data && (
    <>
      <b>{sayChange(change)}</b> on {BEFORE[data.range]}
    </>
  );
  return (
    <Card
      name="Jobs"
      figure={data && sayCount(data.summary.created)}
      note={note}
      spark={<Spark values={points.map(({ created }) => created)} />}
    />
  );
}

function Success({ data, points }: Part) {
  const rate = data?.summary.success_rate ?? null;
  const note = data && `${sayCount(data.summary.completed)} completed, ${sayCount(data.summary.failed)} failed`;
  return (
    <Card
      name="Success rate"
      figure={data && (rate === null ? "–" : sayPercent(rate, 1))}
      note={note}
      spark={<Spark values={points.map(rateOf)} />}
    />
  );
}

function RenderTime({ data }: { data: Analytics | null }) {
  const average = data?.summary.render_time.average ?? null;
  return (
    <Card
      name="Average render time"
      figure={data && (average === null ? "–" : saySeconds(average))}
      note={data && <RenderNote summary={data.summary} />}
      spark={data && <SparkSpread spread={data.summary.render_time} />}
    />
  );
}

function RenderNote({ summary: { render_time: now, previous_render_time: before } }: { summary: Analytics["summary"] }) {
  if (now.average === null) return <>No film was finished</>;
  const change = before.average === null ? null : now.average - before.average;
  return (
    <>
      {change !== null && Math.abs(change) >= 0.5 && (
        <>
          <b>
            {saySeconds(Math.abs(change))} {change < 0 ? "faster" : "slower"}
          </b>
          ,{" "}
        </>
      )}
      p95 {saySeconds(now.p95 ?? 0)}
    </>
  );
}

function Depth({ data }: { data: Analytics | null }) {
  const now = queue.value;
  const oldest = now?.oldest_waiting;
  const running = now?.workers.filter(({ job_id }) => job_id).length ?? 0;
  const wait = oldest && (
    <>
      Oldest has waited <b>{saySeconds(oldest.seconds)}</b>
    </>
  );
  const note = now && (wait ?? (running > 0 ? `Nothing waits, ${sayMany(running, "job")} running` : "Nothing waits or runs"));
  const values = data
    ? thin(
        data.queue.buckets.map(({ depth }) => depth.pending ?? 0),
        12,
      )
    : [];
  return <Card name="Queue depth" figure={now && sayCount(now.depth.pending ?? 0)} note={note} spark={<Spark values={values} />} />;
}

/** The highest of as many groups. */
const thin = (values: readonly number[], groups: number): number[] => {
  const size = Math.max(1, Math.ceil(values.length / groups));
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => Math.max(...values.slice(at * size, (at + 1) * size)));
};
