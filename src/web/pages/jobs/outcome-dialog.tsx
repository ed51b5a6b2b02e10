import type { BulkResult } from "../../../client/bulk.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { href } from "../../router.ts";
import { sayMany } from "../../say.ts";
import { jobOf } from "../../state/jobs.ts";
import { nameOf, outcome } from "../../state/jobs-actions.ts";

const MOST = 200;

/** What became of each job that something was done to, those first where it did not go well. */
export function OutcomeDialog() {
  const answer = outcome.value;
  if (!answer) return null;
  const close = () => {
    outcome.value = null;
  };
  const told = [
    ...answer.results.filter(({ outcome }) => outcome === "failed"),
    ...answer.results.filter(({ outcome }) => outcome === "skipped"),
  ];
  return (
    <Dialog
      title={answer.action === "cancel" ? "What was cancelled" : "What runs again"}
      onClose={close}
      foot={<Button onClick={close}>Close</Button>}
    >
      <p class="second">
        {sayMany(answer.done, "job")} done, {answer.skipped} skipped, {answer.failed} failed.
      </p>
      <ul class="jobs-outcome">
        {told.slice(0, MOST).map((result) => (
          <Result key={result.job_id} result={result} />
        ))}
      </ul>
      {told.length > MOST && <p class="quiet">And {sayMany(told.length - MOST, "more job", "more jobs")}.</p>}
    </Dialog>
  );
}

function Result({ result: { job_id, outcome, reason } }: { result: BulkResult }) {
  const job = jobOf(job_id)?.peek();
  return (
    <li>
      <a class="cut" href={href(`/jobs/${job_id}`)} dir="auto">
        {job ? nameOf(job) : <code>{job_id}</code>}
      </a>
      <span class="quiet" data-status={outcome === "failed" ? "failed" : undefined}>
        {outcome === "failed" ? "Failed" : "Skipped"}
        {reason && `: ${reason}`}
      </span>
    </li>
  );
}
