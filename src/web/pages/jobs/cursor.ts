import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { useKeys } from "../../keys.ts";
import { remember } from "../../router.ts";
import { jobOf, order } from "../../state/jobs.ts";
import { askCancel, askCancelAll, doToAll, retry } from "../../state/jobs-actions.ts";
import { ABLE, able, hasChosen, toggle, toSelection } from "../../state/jobs-selection.ts";
import { say } from "../../state/toasts.ts";

/** The row that keys act on: the one that has, or last had, the focus. It is found again when the entry of the history is. */
export function useCursor(body: RefObject<HTMLElement | null>) {
  const at = remember<string | null>("jobs.cursor", null);
  const linkOf = (id: string) => body.current?.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] a`);
  useLayoutEffect(() => {
    if (at.peek() && document.activeElement === document.body) linkOf(at.peek()!)?.focus({ preventScroll: true });
  }, [at]);
  const step = (by: number) => {
    const ids = order.peek();
    const from = at.peek() === null ? -1 : ids.indexOf(at.peek()!);
    const to = ids[from < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, from + by))];
    const link = to && linkOf(to);
    if (!link) return;
    link.focus({ preventScroll: true });
    link.closest("tr")?.scrollIntoView({ block: "nearest" });
  };
  const job = () => (at.peek() === null || !order.peek().includes(at.peek()!) ? undefined : jobOf(at.peek()!)?.peek());
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: (event) => at.peek() && toggle(at.peek()!, { range: event.shiftKey }),
    c: () => cancelWhatIsMeant(job()),
    r: () => retryWhatIsMeant(job()),
  });
  const onFocusIn = (event: FocusEvent) => {
    at.value = (event.target as Element).closest<HTMLElement>("tr")?.dataset.id ?? at.peek();
  };
  return { onFocusIn };
}

type Job = Parameters<typeof askCancel>[0] | undefined;

function cancelWhatIsMeant(job: Job): void {
  if (hasChosen()) {
    if (able.peek().cancel === 0) say("plain", "None of the selected jobs can be cancelled: they are over.");
    else askCancelAll(toSelection("cancel"), able.peek().cancel);
  } else if (job && ABLE.cancel(job)) askCancel(job);
  else if (job) say("plain", "This job is over already.");
}

function retryWhatIsMeant(job: Job): void {
  if (hasChosen()) {
    if (able.peek().retry === 0) say("plain", "None of the selected jobs has failed or been cancelled.");
    else void doToAll("retry", toSelection("retry"));
  } else if (job && ABLE.retry(job)) void retry(job);
  else if (job) say("plain", "Only a failed or cancelled job can be retried.");
}
