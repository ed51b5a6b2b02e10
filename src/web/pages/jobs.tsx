import { useEffect, useLayoutEffect } from "preact/hooks";
import { Ask } from "../parts/dialog.tsx";
import { lazy } from "../parts/lazy.tsx";
import { place, restoreScroll } from "../router.ts";
import { holdWhile, isCurrent, leave, load, pagination, recall, summary } from "../state/jobs.ts";
import { confirming, outcome } from "../state/jobs-actions.ts";
import { watchJobs } from "../state/jobs-live.ts";
import { asked, isNarrowed, question } from "../state/jobs-query.ts";
import { forgetMissing, hasChosen } from "../state/jobs-selection.ts";
import { useTitle } from "../state/title.ts";
import { Filters } from "./jobs/filters.tsx";
import { List } from "./jobs/list.tsx";
import { ColumnsMenu, ExportMenu } from "./jobs/list-menus.tsx";
import { Tabs } from "./jobs/tabs.tsx";

const NoJobs = lazy(() => import("./jobs/no-jobs.tsx").then(({ NoJobs }) => NoJobs));
const OutcomeDialog = lazy(() => import("./jobs/outcome-dialog.tsx").then(({ OutcomeDialog }) => OutcomeDialog));

/** How far down still counts as the top, px. */
const TOP = 8;

const isHeld = (): boolean => hasChosen() || scrollY > TOP || document.querySelector(".menu, dialog[open]") !== null;

/** The page "Jobs". */
export default function Jobs() {
  useTitle("Jobs");
  useJobs();
  useComingBack();
  if (summary.value?.total_jobs === 0 && isCurrent.value && !isNarrowed(asked.value)) return <NoJobs />;
  return (
    <div class="jobs">
      <h1 class="unseen">Jobs</h1>
      <div class="jobs-head">
        <Tabs />
        <span class="row">
          <ColumnsMenu />
          <ExportMenu />
        </span>
      </div>
      <Filters />
      <List />
      {confirming.value && (
        <Ask
          {...confirming.value}
          onYes={confirming.value.run}
          onClose={() => {
            confirming.value = null;
          }}
        />
      )}
      {outcome.value && <OutcomeDialog />}
    </div>
  );
}

/** Asks for what the address says, and listens to what happens. */
function useJobs(): void {
  useEffect(() => {
    holdWhile(isHeld);
    const end = watchJobs();
    return () => {
      end();
      leave();
    };
  }, []);
  useLayoutEffect(() => {
    recall();
    void load();
  }, [question.value]);
}

/** Finds the page as it was left, once its rows are there. */
function useComingBack(): void {
  const isThere = isCurrent.value && pagination.value !== null;
  const { entry } = place.value;
  useLayoutEffect(() => {
    if (!isThere) return;
    forgetMissing();
    restoreScroll();
  }, [entry, isThere]);
}
