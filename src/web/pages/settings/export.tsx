import { Braces, FileSpreadsheet, Printer } from "lucide";
import { useState } from "preact/hooks";
import { type ReportPeriod, reportUrl } from "../../../client/analytics.ts";
import { exportUrl } from "../../../client/bulk.ts";
import { LinkButton } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { baseUrl } from "../../router.ts";
import { dayOf, sayPeriod } from "./periods.ts";
import { Group } from "./section.tsx";

const PERIODS = [
  { value: "daily", label: "Day" },
  { value: "weekly", label: "Week" },
  { value: "monthly", label: "Month" },
] as const;

/** What can be taken away: what is known of all jobs, and reports. */
export const Export = () => (
  <>
    <Group
      title="All jobs"
      about="What was asked, when, and what became of it, of every job. It is sent as it is read, however many there are."
    >
      <div class="set-pad row wrap">
        <LinkButton icon={FileSpreadsheet} to={exportUrl("csv", undefined, { baseUrl })} away download>
          CSV, for spreadsheets
        </LinkButton>
        <LinkButton icon={Braces} to={exportUrl("json", undefined, { baseUrl })} away download>
          JSON, for programs
        </LinkButton>
      </div>
    </Group>
    <Reports />
  </>
);

function Reports() {
  const today = dayOf(new Date());
  const [period, setPeriod] = useState<ReportPeriod>("weekly");
  const [date, setDate] = useState(today);
  const isGood = /^\d{4}-\d\d-\d\d$/.test(date) && date <= today && date >= "2000-01-01";
  const at = isGood ? date : today;
  return (
    <Group title="Reports" about="Outcomes, times and costs of a day, a week or a month. Days are counted in UTC.">
      <div class="set-pad set-report">
        <Segments label="Period" value={period} options={PERIODS} onChange={setPeriod} />
        <Field label="Any day of it" fault={isGood ? undefined : "Choose a day that is not ahead; until then it is today."}>
          {(props) => (
            <input
              {...props}
              class="input"
              type="date"
              min="2000-01-01"
              max={today}
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          )}
        </Field>
        <p class="set-period">{sayPeriod(period, at)}</p>
        <div class="row wrap">
          <LinkButton icon={FileSpreadsheet} to={reportUrl(period, "csv", { date: at }, { baseUrl })} away download>
            CSV
          </LinkButton>
          <LinkButton icon={Printer} to={reportUrl(period, "html", { date: at }, { baseUrl })} away blank>
            Open to print
          </LinkButton>
        </div>
      </div>
    </Group>
  );
}
