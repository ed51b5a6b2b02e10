import { href } from "../../router.ts";
import { sayCount } from "../../say.ts";
import { summary } from "../../state/jobs.ts";
import { asked, isTab, linkTo, TABS } from "../../state/jobs-query.ts";

/** The ways to look at jobs by their status, with how many there are of each among all. */
export function Tabs() {
  const now = asked.value;
  return (
    <nav class="segments" aria-label="Status">
      {TABS.map(({ label, count, statuses }) => (
        <a key={label} href={href(linkTo({ status: statuses.join(",") }))} aria-current={isTab(statuses, now) ? "true" : undefined}>
          {label}
          <small>{summary.value ? sayCount(summary.value[count]) : " "}</small>
        </a>
      ))}
    </nav>
  );
}
