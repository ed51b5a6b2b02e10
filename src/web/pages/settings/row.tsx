import { Check, LoaderCircle, RotateCw } from "lucide";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Fault } from "../../parts/field.tsx";
import { Icon } from "../../parts/icon.tsx";
import { saves } from "../../state/settings-fields.ts";

/** What a control is given: its id, and what describes it. */
export type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": "true" | undefined };

type Props = {
  /** By which its saves are told. */
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** Below the control: what else can be done. */
  aside?: ComponentChildren;
  /** For controls of several parts, which name themselves. */
  isGroup?: boolean;
  /** For a switch, which stands beside its name. */
  isSwitch?: boolean;
  children: (props: ControlProps) => ComponentChildren;
};

/** A field that saves by itself: its name and what to know of it, the control, and how the saving went. */
export function Row({ name, label, hint, aside, isGroup, isSwitch, children }: Props) {
  const id = useId();
  const now = saves.value[name];
  const failed = now?.state === "failed" ? now : undefined;
  const about = [hint && `${id}-hint`, failed && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  return (
    <div class="set-row" data-name={name} data-switch={isSwitch || undefined}>
      <div class="set-name">
        {isGroup ? <span class="set-label">{label}</span> : <label for={id}>{label}</label>}
        <Saved name={name} />
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div class="set-control">
        {children({ id, "aria-describedby": about, "aria-invalid": failed ? "true" : undefined })}
        {failed && (
          <div class="set-fault" id={`${id}-fault`} role="alert">
            <Fault>{failed.message}</Fault>
            {failed.again && (
              <Button dense icon={RotateCw} onClick={failed.again}>
                Try again
              </Button>
            )}
          </div>
        )}
        {aside}
      </div>
    </div>
  );
}

function Saved({ name }: { name: string }) {
  const state = saves.value[name]?.state;
  return (
    <span class="set-saved" role="status">
      {state === "saving" && (
        <>
          <Icon of={LoaderCircle} size={12} /> Saving…
        </>
      )}
      {state === "saved" && (
        <>
          <Icon of={Check} size={12} stroke={2} /> Saved
        </>
      )}
    </span>
  );
}

/** A fact beside its name, in the place of a field. */
export const Fact = ({ label, hint, children }: { label: string; hint?: ComponentChildren; children: ComponentChildren }) => (
  <div class="set-row" data-fact>
    <div class="set-name">
      <span class="set-label">{label}</span>
      {hint && <p class="hint">{hint}</p>}
    </div>
    <div class="set-control set-fact">{children}</div>
  </div>
);
