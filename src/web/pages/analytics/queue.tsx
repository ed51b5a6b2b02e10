import { type Analytics, type AnalyticsQuery, analyticsCsvUrl } from "../../../client/analytics.ts";
import type { JobStatus } from "../../../client/words.ts";
import { Figure } from "../../chart/figure.tsx";
import type { Layer } from "../../chart/layer.ts";
import { Legend } from "../../chart/marks.tsx";
import { Plot } from "../../chart/plot.tsx";
import { stepsChart } from "../../chart/steps.tsx";
import { sayBucket } from "../../chart/time.ts";
import { STATUSES } from "../../parts/status.tsx";
import { baseUrl, href } from "../../router.ts";
import { sayDayAndTime, sayMany, saySeconds } from "../../say.ts";
import { sayEmpty } from "./empty.ts";

/** From the ground up: what is nearest to its end lies lowest. */
const ORDER: { status: JobStatus; token: string }[] = [
  { status: "rendering", token: "rendering-f" },
  { status: "clipping", token: "rendering-f" },
  { status: "audio_processing", token: "audio-f" },
  { status: "publishing", token: "audio-f" },
  { status: "tts_generation", token: "tts-f" },
  { status: "transcribing", token: "tts-f" },
  { status: "asset_retrieval", token: "assets-f" },
  { status: "ingesting", token: "assets-f" },
  { status: "scene_planning", token: "planning-f" },
  { status: "analyzing", token: "planning-f" },
  { status: "pending", token: "pending-f" },
];
const HIGHEST_OF = { "24h": "quarter hour", "7d": "hour", "30d": "day", "90d": "day" };

/** How many jobs stood where over time, with the peak, and how long the oldest had waited. */
export function QueueDepth({ data, query }: { data: Analytics; query: AnalyticsQuery }) {
  const { buckets, peak } = data.queue;
  const layers = ORDER.map(({ status, token }): Layer => {
    const name = status === "pending" ? "Waiting" : STATUSES[status].label;
    return { name, token, values: buckets.map(({ depth }) => depth[status] ?? 0) };
  }).filter(({ values }) => values.some((value) => value > 0));
  const more = (at: number) => ({ name: "Oldest waited", value: saySeconds(buckets[at]?.oldest_waiting ?? 0) });
  const rows = buckets.map((bucket, at) => [
    sayBucket(bucket),
    ...layers.map(({ values }) => values[at] ?? 0),
    saySeconds(bucket.oldest_waiting),
  ]);
  return (
    <Figure
      title="Queue depth by stage"
      note={`highest of each ${HIGHEST_OF[data.range]}${query.style || query.priority ? ", of all jobs" : ""}`}
      csv={analyticsCsvUrl("queue", query, { baseUrl })}
      table={{ columns: ["From", ...layers.map(({ name }) => name), "Oldest waited"], rows: rows.reverse() }}
      empty={layers.length === 0 && sayEmpty("No job waited or ran", data)}
    >
      <Plot
        chart={stepsChart({ buckets, layers, peak, more })}
        label={`Queue depth by stage. ${peak ? `Peak: ${sayMany(peak.depth, "job")}, ${sayDayAndTime(new Date(peak.at))}.` : ""}`}
      />
      <div class="figure-foot">
        <Legend marks={[...layers].reverse()} />
        <Oldest data={data} />
      </div>
    </Figure>
  );
}

const Oldest = ({ data: { oldest_waiting: oldest } }: { data: Analytics }) => (
  <p class="small quiet">
    {oldest ? (
      <>
        Oldest waiting now:{" "}
        <a href={href(`/jobs/${oldest.job_id}`)}>
          <b>{saySeconds(oldest.seconds)}</b>
        </a>
      </>
    ) : (
      "Nothing waits now"
    )}
  </p>
);
