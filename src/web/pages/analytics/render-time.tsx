import { type Analytics, type AnalyticsQuery, type AnalyticsSection, analyticsCsvUrl, type Spread } from "../../../client/analytics.ts";
import { Figure } from "../../chart/figure.tsx";
import { type NamedSpread, SpreadLegend, Spreads } from "../../chart/spreads.tsx";
import { baseUrl } from "../../router.ts";
import { sayCount, sayMany, saySeconds } from "../../say.ts";
import { styleName } from "./choices.ts";
import { sayEmpty } from "./empty.ts";

const LENGTHS = { "0-60": "Up to 1 min", "60-120": "1 to 2 min", "120-300": "2 to 5 min", "300+": "Over 5 min" };

type Props = { data: Analytics; query: AnalyticsQuery };

/** How long films take, by how long they are. */
export const ByLength = ({ data, query }: Props) => (
  <RenderTime
    data={data}
    query={query}
    section="render_time_by_length"
    title="Render time by length"
    first="Length of the film"
    rows={data.render_time_by_length.map(({ length, ...spread }) => ({ name: LENGTHS[length], spread }))}
  />
);

/** How long films take, by how they look. */
export const ByStyle = ({ data, query }: Props) => (
  <RenderTime
    data={data}
    query={query}
    section="render_time_by_style"
    title="Render time by style"
    first="Style"
    rows={data.render_time_by_style.map(({ style, ...spread }) => ({ name: styleName(style), spread }))}
  />
);

type PartProps = Props & { section: AnalyticsSection; title: string; first: string; rows: NamedSpread[] };

function RenderTime({ data, query, section, title, first, rows }: PartProps) {
  const jobs = rows.reduce((sum, { spread }) => sum + spread.count, 0);
  return (
    <Figure
      title={title}
      note={sayMany(jobs, "completed job")}
      csv={analyticsCsvUrl(section, query, { baseUrl })}
      table={{ columns: [first, ...SPREAD_COLUMNS], rows: rows.map(({ name, spread }) => [name, ...toCells(spread)]) }}
      empty={jobs === 0 && sayEmpty("No film was finished", data)}
    >
      <Spreads rows={rows} />
      <div class="figure-foot">
        <SpreadLegend />
      </div>
    </Figure>
  );
}

/** What a table says of how long something takes. */
export const SPREAD_COLUMNS = ["Jobs", "Average", "Minimum", "Median", "p95", "Maximum"];

/** The same of one row. */
export const toCells = ({ count, average, minimum, p50, p95, maximum }: Spread): string[] => [
  sayCount(count),
  ...[average, minimum, p50, p95, maximum].map((value) => (value === null ? "–" : saySeconds(value))),
];
