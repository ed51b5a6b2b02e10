import { ChartColumn, Download, Table2 } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, LinkButton } from "../parts/button.tsx";
import { Legend, type Mark } from "./marks.tsx";

/** What a chart shows, as a table; the first cell of a row names it. */
export type Table = { columns: string[]; rows: (string | number)[][] };

type Props = {
  title: string;
  note?: ComponentChildren;
  legend?: readonly Mark[];
  /** Where the figures can be downloaded. */
  csv?: string;
  table?: Table;
  /** Shown instead of a chart, where there is nothing to draw. */
  empty?: ComponentChildren;
  class?: string;
  /** Stands above the chart and the table. */
  lead?: ComponentChildren;
  children: ComponentChildren;
};

/** A chart with its name, what its colours mean, the same as a table, and its figures to download. */
export function Figure({ title, note, legend, csv, table, empty, lead, children, ...more }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section class={`figure ${more.class ?? ""}`} aria-label={title}>
      <header class="panel-head">
        <h2>
          {title}
          {note && <small>{note}</small>}
        </h2>
        {legend && <Legend marks={legend} />}
        <span class="figure-acts">
          {table && (
            <Button
              kind="icon"
              dense
              icon={asTable ? ChartColumn : Table2}
              label={`${title}: show as a ${asTable ? "chart" : "table"}`}
              onClick={() => setAsTable(!asTable)}
            />
          )}
          {csv && <LinkButton kind="icon" dense icon={Download} label={`${title}: download as CSV`} to={csv} away download />}
        </span>
      </header>
      {lead}
      <div class="figure-body">
        <div class="figure-drawn" data-away={asTable || undefined}>
          {empty ? <p class="figure-empty">{empty}</p> : children}
        </div>
        {asTable && table && <DataTable title={title} table={table} />}
      </div>
    </section>
  );
}

function DataTable({ title, table: { columns, rows } }: { title: string; table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section class="figure-table" tabIndex={0} aria-label={`${title}, table`}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
