import { Search as Glass, X } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../../keys.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { asked, change } from "../../state/jobs-query.ts";
import { choosePage } from "../../state/jobs-selection.ts";

const PATIENCE_MS = 250;
const MOST = 500;

/** Finds jobs by words of their prompt or by their id: soon after the last key, or at once by Enter. */
export function Search() {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begun = useRef(false);
  const wanted = asked.value.search ?? "";
  const [text, setText] = useState(wanted);
  useEffect(() => {
    if (wanted !== field.current?.value.trim()) setText(wanted);
  }, [wanted]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({ "/": () => field.current?.select() });
  const find = (words: string) => {
    clearTimeout(timer.current);
    if (words.trim() === (asked.peek().search ?? "")) return;
    // What is typed in one go is one entry of the history.
    change({ search: words.trim() }, { replace: begun.current });
    choosePage(false);
    begun.current = true;
  };
  const type = (words: string) => {
    setText(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => find(words), PATIENCE_MS);
  };
  return (
    <search class="jobs-search">
      <Icon of={Glass} />
      <input
        ref={field}
        type="search"
        class="input"
        aria-label="Search prompt words or job ID"
        placeholder="Search prompt words or job ID"
        dir="auto"
        maxLength={MOST}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => {
          begun.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") find(text);
          if (event.key === "Escape") field.current?.blur();
        }}
      />
      {text === "" ? (
        <kbd>/</kbd>
      ) : (
        <Button
          kind="icon"
          dense
          icon={X}
          label="Clear the search"
          onClick={() => {
            setText("");
            find("");
            field.current?.focus();
          }}
        />
      )}
    </search>
  );
}
