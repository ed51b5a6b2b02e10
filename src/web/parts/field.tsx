import { CircleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./icon.tsx";

type Props = {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong with what was entered, in words. */
  fault?: string | undefined;
  /** The control, which is given its id and what describes it. */
  children: (props: { id: string; "aria-describedby": string | undefined; "aria-invalid": "true" | undefined }) => ComponentChildren;
};

/** A control with its label, a hint and what is wrong with it. */
export function Field({ label, hint, fault, children }: Props) {
  const id = useId();
  const about = hint || fault ? `${id}-about` : undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": about, "aria-invalid": fault ? "true" : undefined })}
      {about && (
        <div id={about}>
          {fault && <Fault>{fault}</Fault>}
          {hint && <p class="hint">{hint}</p>}
        </div>
      )}
    </div>
  );
}

/** What is wrong, in words. */
export const Fault = ({ children }: { children: ComponentChildren }) => (
  <p class="fault">
    <Icon of={CircleAlert} size={14} />
    {children}
  </p>
);

/** On or off, at once. */
export function Switch({
  label,
  checked,
  onChange,
  ...more
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
  id?: string;
}) {
  return (
    <span class="switch">
      <input
        {...more}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </span>
  );
}
