import { Check, type IconNode, Plus, X } from "lucide";
import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";

type Props = {
  label: string;
  /** What it is set to, in words; undefined while it narrows nothing. */
  value: string | undefined;
  icon?: IconNode;
  onClear: () => void;
  children: ComponentChildren;
};

/** Something that narrows the list: what it is set to, and a menu to set it by. */
export function Chip({ label, value, icon, onClear, children }: Props) {
  return (
    <span class="jobs-chip" data-on={value !== undefined || undefined}>
      <Menu
        label={label}
        button={(props) => (
          <Button
            {...props}
            dense
            icon={icon ?? (value === undefined ? Plus : undefined)}
            label={value === undefined ? label : `${label}: ${value}`}
          >
            <span class="cut" dir="auto">
              {value ?? label}
            </span>
          </Button>
        )}
      >
        {children}
      </Menu>
      {value !== undefined && <Button kind="icon" dense icon={X} label={`Remove ${label.toLowerCase()}: ${value}`} onClick={onClear} />}
    </span>
  );
}

/** One of the values of a menu, of which one holds. */
export function Choice({ on, onChoose, children }: { on: boolean; onChoose: () => void; children: ComponentChildren }) {
  return (
    <button type="button" role="menuitemradio" aria-checked={on} tabIndex={-1} onClick={onChoose}>
      <span class="jobs-tick">{on && <Icon of={Check} size={14} />}</span>
      {children}
    </button>
  );
}
