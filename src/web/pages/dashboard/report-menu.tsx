import { ChevronDown, Download, FileSpreadsheet, Printer } from "lucide";
import { reportUrl } from "../../../client/analytics.ts";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { baseUrl } from "../../router.ts";

const PERIODS = [
  { period: "daily", name: "Today" },
  { period: "weekly", name: "This week" },
  { period: "monthly", name: "This month" },
] as const;

/** Reports, to keep as a table or to print. */
export const ReportMenu = () => (
  <Menu
    label="Reports"
    button={(props) => (
      <button type="button" class="button" {...props}>
        <Icon of={Download} />
        Report
        <Icon of={ChevronDown} />
      </button>
    )}
  >
    {PERIODS.map(({ period, name }) => (
      <>
        <a role="menuitem" href={reportUrl(period, "csv", {}, { baseUrl })} download>
          <Icon of={FileSpreadsheet} />
          {name}, CSV
        </a>
        <a role="menuitem" href={reportUrl(period, "html", {}, { baseUrl })} target="_blank" rel="noopener">
          <Icon of={Printer} />
          {name}, to print
        </a>
        {period !== "monthly" && <hr />}
      </>
    ))}
  </Menu>
);
