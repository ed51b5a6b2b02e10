import { Pencil } from "lucide";
import { useState } from "preact/hooks";
import { LinkButton } from "../../parts/button.tsx";
import { sayMany } from "../../say.ts";
import type { OpenJob } from "../../state/job.ts";
import type { Asked } from "../../state/job-asked.ts";
import { listFacts } from "./request-facts.ts";

const KINDS = { prompt: "Prompt", script: "Script", storyboard: "Storyboard" };

/** What was asked for, wholly. */
export function Request({ job, asked }: { job: OpenJob; asked: Asked }) {
  const scenes = job.board.value?.storyboard.scenes;
  const planned = scenes ? scenes.reduce((sum, { duration }) => sum + (duration ?? 0), 0) : null;
  const facts = asked.request ? listFacts(asked.request, planned) : [];
  return (
    <section class="panel" aria-labelledby="request-title">
      <div class="panel-head">
        <h2 id="request-title">Request</h2>
        <LinkButton kind="bare" dense icon={Pencil} to={`/create?from=${encodeURIComponent(job.id)}`}>
          Edit and run again
        </LinkButton>
      </div>
      {asked.text && <Words kind={KINDS[asked.kind]} text={asked.text} />}
      <dl class="facts request-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The words that were given, a few lines of them until all are asked for. */
function Words({ kind, text }: { kind: string; text: string }) {
  const [open, setOpen] = useState(false);
  const counts = `${sayMany([...text].length, "character")}, ${sayMany(text.split(/\s+/).filter(Boolean).length, "word")}`;
  return (
    <div class="request-words">
      <p class="quiet small">
        {kind}, {counts}
      </p>
      <div class="request-text" dir="auto" data-open={open || undefined} tabIndex={open ? 0 : undefined}>
        {open ? text : text.slice(0, 600).toWellFormed()}
      </div>
      {(text.length > 150 || text.split("\n").length > 3) && (
        <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Show less" : "Show all"}
        </button>
      )}
    </div>
  );
}
