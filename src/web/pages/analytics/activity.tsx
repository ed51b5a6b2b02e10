import { type Analytics, type AnalyticsQuery, analyticsCsvUrl } from "../../../client/analytics.ts";
import { Figure } from "../../chart/figure.tsx";
import { baseUrl } from "../../router.ts";
import { sayCount } from "../../say.ts";
import { RANGE_WORDS, styleName } from "./choices.ts";
import { sayEmpty } from "./empty.ts";

const TOP = 5;
const LENGTHS: Record<string, string> = { "0-60": "Up to 1 min", "60-120": "1 to 2 min", "120-300": "2 to 5 min", "300+": "Over 5 min" };
const languages = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });

function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What was made: the styles, voices, lengths and languages that were asked for most. */
export function Activity({ data, query }: { data: Analytics; query: AnalyticsQuery }) {
  const { styles, voices, languages: spoken, lengths } = data.activity;
  const groups = [
    { title: "Styles", rows: styles, nameOf: styleName },
    { title: "Voices", rows: voices, nameOf: (name: string) => (name === "auto" ? "Automatic" : name) },
    { title: "Lengths", rows: lengths, nameOf: (name: string) => LENGTHS[name] ?? name },
    { title: "Languages", rows: spoken, nameOf: languageName },
  ];
  const all = groups.flatMap(({ title, rows, nameOf }) => rows.map(({ name, jobs }) => [`${title}: ${nameOf(name)}`, sayCount(jobs)]));
  return (
    <Figure
      class="of-activity"
      title="What was made"
      note={`in ${RANGE_WORDS[data.range]}`}
      csv={analyticsCsvUrl("activity", query, { baseUrl })}
      table={{ columns: ["What", "Jobs"], rows: all }}
      empty={all.length === 0 && sayEmpty("No film was made", data)}
    >
      <div class="tops">
        {groups.map((group) => (
          <Top key={group.title} {...group} />
        ))}
      </div>
    </Figure>
  );
}

type TopProps = { title: string; rows: readonly { name: string; jobs: number }[]; nameOf: (name: string) => string };

function Top({ title, rows, nameOf }: TopProps) {
  const shown = [...rows].sort((a, b) => b.jobs - a.jobs).slice(0, TOP);
  const most = Math.max(1, ...shown.map(({ jobs }) => jobs));
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {shown.map(({ name, jobs }) => (
          <li key={name}>
            <i style={{ transform: `scaleX(${jobs / most})` }} />
            <span class="cut">{nameOf(name)}</span>
            <b>{sayCount(jobs)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
