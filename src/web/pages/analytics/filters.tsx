import { Check, ChevronDown, Plus } from "lucide";
import { useEffect } from "preact/hooks";
import type { AnalyticsQuery } from "../../../client/analytics.ts";
import { listChoices } from "../../../client/listings.ts";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { baseUrl } from "../../router.ts";
import { change, priorityName, styleName, styles } from "./choices.ts";

const PRIORITIES = ["2", "5", "8", "10"];

/** Which jobs are looked at: of one style, of one priority. */
export function Filters({ query }: { query: AnalyticsQuery }) {
  useEffect(() => {
    listChoices({ baseUrl }).then(
      (told) => {
        styles.value = told.styles;
      },
      () => undefined,
    );
  }, []);
  const known = styles.value.map(({ id }) => id);
  const ids = query.style && !known.includes(query.style) ? [...known, query.style] : known;
  return (
    <div class="row wrap">
      <Filter
        name="Style"
        value={query.style}
        options={ids.map((id) => ({ value: id, label: styleName(id) }))}
        onChange={(style) => change({ style })}
      />
      <Filter
        name="Priority"
        value={query.priority?.toString()}
        options={PRIORITIES.map((value) => ({ value, label: priorityName(Number(value)) }))}
        onChange={(priority) => change({ priority })}
      />
    </div>
  );
}

type Props = {
  name: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
};

function Filter({ name, value, options, onChange }: Props) {
  const chosen = options.find((option) => option.value === value);
  const all = [{ value: undefined, label: `Any ${name.toLowerCase()}` }, ...options];
  return (
    <Menu
      label={name}
      button={(props) => (
        <button type="button" class="button filter-chip" data-set={chosen ? "" : undefined} {...props}>
          {!chosen && <Icon of={Plus} size={14} />}
          {name}
          {chosen && (
            <>
              : <b>{chosen.label}</b>
              <Icon of={ChevronDown} size={14} />
            </>
          )}
        </button>
      )}
    >
      {all.map((option) => (
        <button type="button" role="menuitem" key={option.label} onClick={() => onChange(option.value)}>
          <span class="filter-tick">{option.value === value && <Icon of={Check} size={14} />}</span>
          {option.label}
          {option.value === value && <span class="unseen">, chosen</span>}
        </button>
      ))}
    </Menu>
  );
}
