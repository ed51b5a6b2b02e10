import { Check } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { useKeys } from "../keys.ts";
import { useAskEvery } from "../live.ts";
import { Icon } from "../parts/icon.tsx";
import { Problem } from "../parts/states.tsx";
import { go, place } from "../router.ts";
import { sayShortTime } from "../say.ts";
import { beginAnother, fillFrom, fillPrompt, isSent, openDraft, saveNow } from "../state/create.ts";
import { loadChoices } from "../state/create-choices.ts";
import { savedAtMs } from "../state/create-draft.ts";
import { askEstimate, settled, settleWishes } from "../state/create-estimate.ts";
import { made } from "../state/create-made.ts";
import { submit } from "../state/create-submit.ts";
import { preferences } from "../state/preferences.ts";
import { useTitle } from "../state/title.ts";
import { Details } from "./create/details.tsx";
import { Length } from "./create/length.tsx";
import { Made } from "./create/made.tsx";
import { Options, Picture } from "./create/options.tsx";
import { Presets } from "./create/presets.tsx";
import { Dock, Summary } from "./create/summary.tsx";
import { Voice } from "./create/voice.tsx";
import { Words } from "./create/words.tsx";

const ESTIMATE_SEC = 10;

/** The page on which films are asked for. */
export default function Create() {
  useTitle("New video");
  const { entry } = place.value;
  useEffect(forgetSent, [entry]);
  useEffect(open, []);
  useEffect(settleWishes, []);
  useAskEvery(() => Math.max(ESTIMATE_SEC, preferences.peek().refresh_interval), askEstimate, [settled.value]);
  useKeys({ "Ctrl+Enter": () => !document.querySelector("dialog[open]") && void send() });
  const problem = useFilling();
  const sent = made.value !== null && isSent.value;
  return (
    <div class="create" data-sent={sent || undefined}>
      <form class="create-form" noValidate aria-label="New video" onSubmit={(event) => event.preventDefault()}>
        <div class="page-head">
          <h1>New video</h1>
          <Draft />
        </div>
        {problem}
        <Presets />
        <Words />
        <Length />
        <div class="create-pair">
          <Voice />
          <Picture />
        </div>
        <Options />
        <Details />
      </form>
      <aside class="create-side" aria-label="Summary">
        {made.value && <Made onAnother={startOver} />}
        {!sent && <Summary onSubmit={send} />}
      </aside>
      {!sent && <Dock onSubmit={send} />}
    </div>
  );
}

/** What is done once when the page opens, and when it is left. */
function open(): () => void {
  openDraft();
  void loadChoices();
  addEventListener("pagehide", saveNow);
  return () => {
    removeEventListener("pagehide", saveNow);
    saveNow();
  };
}

/** Whoever comes anew, or follows the link to here again, finds an empty form. */
function forgetSent(): void {
  if (!isSent.peek()) return;
  beginAnother();
  made.value = null;
}

function startOver(): void {
  forgetSent();
  made.value = null;
  document.querySelector<HTMLElement>(".create-words textarea")?.focus();
}

/** Sends the form; what is wrong comes into sight. */
async function send(): Promise<void> {
  if (await submit()) return;
  await new Promise(requestAnimationFrame);
  const field = document.querySelector<HTMLElement>(".create-form [aria-invalid=true]");
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}

/** Fills the form in as the address says (`prompt`, or `from` another job), which then says no more: loading again finds what was typed since. */
function useFilling() {
  const { query } = place.value;
  const [prompt, from] = [query.get("prompt"), query.get("from")];
  const [error, setError] = useState<unknown>();
  const fill = () => {
    setError(undefined);
    if (prompt !== null) fillPrompt(prompt);
    if (prompt !== null) return go("/create", { replace: true });
    if (from === null) return;
    const end = new AbortController();
    fillFrom(from, end.signal).then(
      () => go("/create", { replace: true }),
      (problem) => !end.signal.aborted && setError(problem),
    );
    return () => end.abort(new Error("Left."));
  };
  useEffect(fill, [prompt, from]);
  return error === undefined ? null : (
    <Problem title="That film's settings could not be loaded" error={error} onRetry={() => void fill()} />
  );
}

function Draft() {
  const at = savedAtMs.value;
  return (
    <span class="row small quiet" role="status">
      {at === null ? null : Number.isNaN(at) ? (
        "The browser has no room to keep a draft"
      ) : (
        <>
          <Icon of={Check} size={14} />
          Draft saved {sayShortTime(new Date(at))}
        </>
      )}
    </span>
  );
}
