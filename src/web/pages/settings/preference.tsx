import type { ComponentChildren } from "preact";
import type { Preferences } from "../../../client/preferences.ts";
import { Segments } from "../../parts/segments.tsx";
import { changePreferences, preferences } from "../../state/preferences.ts";
import { drafts, save } from "../../state/settings-fields.ts";
import { Row } from "./row.tsx";

/** Keeps a preference; `shown` is what stands in its field meanwhile, where that is not the value itself. */
export const prefer = <Name extends keyof Preferences>(name: Name, value: Preferences[Name], shown: unknown = value): Promise<void> =>
  save(name, shown, () => changePreferences({ [name]: value }));

/** What stands in a preference's field. */
export const shownOf = <Name extends keyof Preferences>(name: Name): Preferences[Name] =>
  name in drafts.value ? (drafts.value[name] as Preferences[Name]) : preferences.value[name];

type Option<Value> = { value: Value; label: string };
type Props<Value> = {
  name: keyof Preferences;
  label: string;
  hint?: ComponentChildren;
  value: Value;
  options: readonly Option<Value>[];
  beside?: ComponentChildren;
};

/** A preference that is one of some. What is chosen but no longer among them stays to be seen. */
export function Choice<Value extends string>({ name, label, hint, value, options, beside }: Props<Value>) {
  const all = options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
  return (
    <Row name={name} label={label} hint={hint}>
      {(props) => (
        <span class="set-beside">
          <select {...props} class="input" value={value} onChange={(event) => prefer(name, (event.currentTarget.value || null) as never)}>
            {all.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          {beside}
        </span>
      )}
    </Row>
  );
}

/** A preference that is one of a few, all in sight. */
export function FewChoice<Value extends string>({ name, label, hint, value, options }: Props<Value>) {
  return (
    <Row name={name} label={label} hint={hint} isGroup>
      {() => <Segments label={label} value={value} options={options} onChange={(chosen) => prefer(name, chosen as never)} />}
    </Row>
  );
}
