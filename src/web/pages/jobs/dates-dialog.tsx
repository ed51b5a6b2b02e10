import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field } from "../../parts/field.tsx";

type Dates = { from: string | undefined; to: string | undefined };

const dayOf = (text: string | undefined): string => text?.slice(0, 10) ?? "";

/** Asks for the first and the last day on which jobs were made. */
export function DatesDialog({ from, to, onClose, onDone }: Dates & { onClose: () => void; onDone: (dates: Dates) => void }) {
  const [first, setFirst] = useState(dayOf(from));
  const [last, setLast] = useState(dayOf(to));
  const fault = first && last && first > last ? "The last day comes before the first." : undefined;
  const done = (event: Event) => {
    event.preventDefault();
    if (fault) return;
    onClose();
    onDone({ from: first || undefined, to: last || undefined });
  };
  return (
    <Dialog title="Made between" onClose={onClose}>
      <form class="stack" onSubmit={done}>
        <div class="jobs-dates">
          <Field label="From">
            {(props) => (
              <input {...props} type="date" class="input" value={first} onInput={(event) => setFirst(event.currentTarget.value)} />
            )}
          </Field>
          <Field label="To, that day included" fault={fault}>
            {(props) => <input {...props} type="date" class="input" value={last} onInput={(event) => setLast(event.currentTarget.value)} />}
          </Field>
        </div>
        <p class="hint">Days begin at midnight UTC.</p>
        <div class="row jobs-end">
          <Button onClick={onClose}>Not now</Button>
          <Button kind="main" type="submit" disabled={Boolean(fault)}>
            Show these jobs
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
