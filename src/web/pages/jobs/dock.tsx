import { CircleSlash, Download, FileDown, RotateCw, X } from "lucide";
import { useEffect } from "preact/hooks";
import { exportUrl, filmsUrl } from "../../../client/bulk.ts";
import { Button, LinkButton } from "../../parts/button.tsx";
import { baseUrl } from "../../router.ts";
import { sayCount } from "../../say.ts";
import { isCurrent, order, pagination } from "../../state/jobs.ts";
import { askCancelAll, busy, doToAll } from "../../state/jobs-actions.ts";
import { question } from "../../state/jobs-query.ts";
import { type Action, able, chooseAll, choosePage, chosen, countMatching, hasChosen, toSelection } from "../../state/jobs-selection.ts";
import { Pager } from "./pager.tsx";

/** What stands below the list: where one is in it, and, while jobs are selected, what can be done with them. */
export function Dock() {
  const on = hasChosen();
  return (
    <section class="jobs-dock" data-on={on || undefined} aria-label={on ? "Selected jobs" : "Pages"}>
      {on && <Selected />}
      <Pager />
    </section>
  );
}

function Selected() {
  const { all } = chosen.value;
  useEffect(() => {
    if (!all) return;
    const end = new AbortController();
    countMatching(end.signal).catch(() => undefined);
    return () => end.abort(new Error("No longer wanted."));
  }, [all, question.value]);
  return (
    <>
      <SelectedCount />
      <span class="jobs-acts">
        <Act action="retry" />
        <Act action="download" />
        <Act action="export" />
        <Act action="cancel" />
        <Button kind="bare" dense icon={X} label="Clear the selection" title="Clear the selection" onClick={() => choosePage(false)}>
          <span class="wide">Clear</span>
        </Button>
      </span>
    </>
  );
}

function SelectedCount() {
  const { all, ids } = chosen.value;
  const page = pagination.value;
  const total = page && `${sayCount(page.total)}${page.total_is_exact ? "" : "+"}`;
  const isMore = !all && isCurrent.value && page && (page.total > order.value.length || !page.total_is_exact);
  return (
    <span class="jobs-count">
      <b role="status">
        {all ? `All ${able.value.export === null ? total : sayCount(able.value.export)} that match selected` : `${ids.length} selected`}
      </b>
      {isMore && (
        <button type="button" onClick={chooseAll}>
          Select all {total} that match
        </button>
      )}
    </span>
  );
}

const LOOKS = {
  retry: { label: "Retry", icon: RotateCw },
  download: { label: "Download", icon: Download },
  export: { label: "Export", icon: FileDown },
  cancel: { label: "Cancel", icon: CircleSlash },
};

function Act({ action }: { action: Action }) {
  const { label, icon } = LOOKS[action];
  const count = able.value[action];
  const said = `${label}${count === null ? "" : ` ${sayCount(count)}`}`;
  const inner = (
    <>
      <span class="wide">{label}</span> {count !== null && <small>{sayCount(count)}</small>}
    </>
  );
  const url = count === 0 ? undefined : addressOf(action);
  if (url)
    return (
      <LinkButton kind="bare" dense icon={icon} to={url} away download label={said} title={label}>
        {inner}
      </LinkButton>
    );
  const act = () => (action === "retry" ? void doToAll("retry", toSelection("retry")) : askCancelAll(toSelection("cancel"), count));
  return (
    <Button kind="bare" dense icon={icon} label={said} title={label} disabled={count === 0 || busy.value} onClick={act}>
      {inner}
    </Button>
  );
}

/** Of actions that are downloads, what is downloaded. */
function addressOf(action: Action): string | undefined {
  if (action === "export") return exportUrl("csv", toSelection("export"), { baseUrl });
  return action === "download" ? filmsUrl(toSelection("download"), { baseUrl }) : undefined;
}
