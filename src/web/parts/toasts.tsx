import { CircleCheck, Info, OctagonX, X } from "lucide";
import { dismiss, toasts } from "../state/toasts.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

const LOOKS = {
  good: { icon: CircleCheck, status: "completed" },
  bad: { icon: OctagonX, status: "failed" },
  plain: { icon: Info, status: undefined },
};

/** What has just happened, said in a corner and to screen readers. */
export function Toasts() {
  return (
    <section class="toasts" aria-label="Messages" aria-live="polite">
      {toasts.value.map(({ id, kind, text, act }) => (
        <div key={id} class="toast" data-status={LOOKS[kind].status}>
          <Icon of={LOOKS[kind].icon} />
          <p>{text}</p>
          {act && (
            <Button
              dense
              onClick={() => {
                dismiss(id);
                act.run();
              }}
            >
              {act.label}
            </Button>
          )}
          <Button kind="icon" dense icon={X} label="Close this message" onClick={() => dismiss(id)} />
        </div>
      ))}
    </section>
  );
}
