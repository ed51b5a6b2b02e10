import { Check, Columns3, Download, FileDown } from "lucide";
import { exportUrl, type JobSelection } from "../../../client/bulk.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { baseUrl } from "../../router.ts";
import { sayMany } from "../../say.ts";
import { COLUMNS, type Column, columns, toggleColumn } from "../../state/jobs-columns.ts";
import { asked, filterOf } from "../../state/jobs-query.ts";
import { chosen, toSelection } from "../../state/jobs-selection.ts";

/** Which columns are shown. */
export function ColumnsMenu() {
  return (
    <Menu
      label="Columns"
      button={(props) => (
        <Button {...props} class="jobs-columns" kind="bare" icon={Columns3}>
          Columns
        </Button>
      )}
    >
      {(Object.keys(COLUMNS) as Column[]).map((column) => {
        const on = columns.value.includes(column);
        return (
          <button key={column} type="button" role="menuitemcheckbox" aria-checked={on} tabIndex={-1} onClick={() => toggleColumn(column)}>
            <span class="jobs-tick">{on && <Icon of={Check} size={14} />}</span>
            {COLUMNS[column].label}
          </button>
        );
      })}
    </Menu>
  );
}

/** What is known of jobs, as a file: of those that are selected, and of all that match. */
export function ExportMenu() {
  const { ids, all } = chosen.value;
  const count = all ? 0 : ids.length;
  return (
    <Menu
      label="Export"
      button={(props) => (
        <Button {...props} kind="bare" icon={Download}>
          Export
        </Button>
      )}
    >
      {count > 0 && (
        <>
          <ExportItem format="csv" selection={toSelection("export")} label={`${sayMany(count, "selected job")} as CSV`} />
          <ExportItem format="json" selection={toSelection("export")} label={`${sayMany(count, "selected job")} as JSON`} />
          <hr />
        </>
      )}
      <ExportItem format="csv" selection={{ filter: filterOf(asked.value) }} label="All that match as CSV" />
      <ExportItem format="json" selection={{ filter: filterOf(asked.value) }} label="All that match as JSON" />
    </Menu>
  );
}

const ExportItem = ({ format, selection, label }: { format: "csv" | "json"; selection: JobSelection; label: string }) => (
  <a role="menuitem" tabIndex={-1} href={exportUrl(format, selection, { baseUrl })} download>
    <Icon of={FileDown} />
    {label}
  </a>
);
