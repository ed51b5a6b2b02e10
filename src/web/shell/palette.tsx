import { Search } from "lucide";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { STATUSES } from "../parts/status.tsx";
import { takeEarly } from "../state/over.ts";
import { findJobs, found } from "../state/palette.ts";
import { findItems, type Item } from "./palette-items.ts";

/** Finds jobs, pages and things to do by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(takeEarly);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => findJobs(text), [text]);
  const groups = findItems(text, found.value?.jobs ?? []);
  const items = groups.flatMap((group) => group.items);
  // What was chosen stays so while others are found; without a choice it is the first.
  const active = Math.max(
    0,
    items.findIndex((item) => item.id === chosen),
  );
  useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [active, text]);
  const choose = (item: Item | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const to: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 + items.length };
    if (event.key in to) setChosen(items[(to[event.key] as number) % items.length]?.id ?? null);
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) choose(items[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Search or jump to" onClose={onClose} class="palette">
      <div class="palette-field">
        <Icon of={Search} />
        <input
          class="palette-input"
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder="A job, a page, something to do"
          aria-label="Search or jump to"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </div>
      <div class="palette-list" id={`${id}-list`} role="listbox" aria-label="What fits" ref={list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of a listbox have no element of their own
          <div key={group.title} role="group" aria-labelledby={`${id}-${group.title}`}>
            <h3 id={`${id}-${group.title}`} role="presentation" class="small quiet">
              {group.title}
            </h3>
            {group.items.map((item) => {
              const index = items.indexOf(item);
              return (
                <Option
                  key={item.id}
                  item={item}
                  id={`${id}-${index}`}
                  isActive={index === active}
                  onHover={() => setChosen(item.id)}
                  onChoose={() => choose(item)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p class="unseen" role="status">
        {found.value?.error ? "Jobs could not be searched." : `${items.length} found`}
      </p>
    </Dialog>
  );
}

type OptionProps = { item: Item; id: string; isActive: boolean; onHover: () => void; onChoose: () => void };

function Option({ item: { label, more, icon, job }, id, isActive, onHover, onChoose }: OptionProps) {
  const drawing = job ? STATUSES[job.status].icon : icon;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div id={id} role="option" class="palette-option" aria-selected={isActive} onMouseMove={onHover} onClick={onChoose}>
      <span class={job && "status"} data-status={job?.status}>
        {drawing && <Icon of={drawing} />}
      </span>
      <span class="cut" dir="auto">
        {label}
      </span>
      {more && <span class="small quiet">{more}</span>}
    </div>
  );
}
