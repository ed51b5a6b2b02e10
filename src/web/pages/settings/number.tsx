import { draft, drafts, quiet, refuse } from "../../state/settings-fields.ts";
import type { ControlProps } from "./row.tsx";
import { readNumber, sayRange, type Unit, writeNumber } from "./units.ts";

type Props = ControlProps & {
  name: string;
  /** What it is called, to begin a sentence. */
  label: string;
  /** In the server's unit; null for not set. */
  value: number | null;
  unit: Unit;
  least: number | null;
  most: number | null;
  /** Whether it may be empty, for not set. */
  mayBeEmpty?: boolean;
  /** Keeps a new value, in the server's unit; `shown` is what stands in the field. */
  onSave: (value: number | null, shown: string) => void;
};

/** A number with its unit. What was typed is kept when the field is left; Escape puts back what was there. */
export function NumberField({ name, label, value, unit, least, most, mayBeEmpty, onSave, ...control }: Props) {
  const kept = value === null ? "" : writeNumber(value / unit.factor);
  const shown = (drafts.value[name] as string | undefined) ?? kept;
  const leave = (shown: string) => {
    if (shown.trim() === kept) {
      draft(name, undefined);
      return quiet(name);
    }
    if (shown.trim() === "" && mayBeEmpty) return onSave(null, shown);
    const typed = readNumber(shown);
    const next = typed === undefined ? undefined : toServer(typed, unit);
    if (next === undefined || (unit.whole && !Number.isInteger(next)) || next < (least ?? next) || next > (most ?? next))
      return refuse(name, `${label} ${sayRange(least, most, unit)}.`);
    onSave(next, shown);
  };
  return (
    <span class="set-number">
      <input
        {...control}
        class="input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        placeholder={mayBeEmpty ? "Not set" : undefined}
        value={shown}
        onInput={(event) => draft(name, event.currentTarget.value)}
        onChange={(event) => leave(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || drafts.peek()[name] === undefined) return;
          event.stopPropagation();
          draft(name, undefined);
          quiet(name);
        }}
      />
      {unit.suffix && <span class="set-unit">{unit.suffix}</span>}
    </span>
  );
}

/** Bytes and seconds of larger units come out whole. */
const toServer = (typed: number, { factor }: Unit): number => (factor === 1 ? typed : Math.round(typed * factor));
